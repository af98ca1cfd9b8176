// SPDX-License-Identifier: Apache-2.0
#include "elimination.hpp"

#include <algorithm>
#include <optional>

namespace smm::attacks {
namespace {

using Word = std::uint64_t;
using Row = std::vector<Word>;  // coefficients, then the sum
__extension__ using Wide = unsigned __int128;
constexpr Word prime = (Word{1} << 61) - 1;

Word times(Word a, Word b) {
  const Wide product = static_cast<Wide>(a) * b;
  const Word sum = (static_cast<Word>(product) & prime) + static_cast<Word>(product >> 61);
  return sum >= prime ? sum - prime : sum;
}
Word minus(Word a, Word b) {
  return a >= b ? a - b : a + prime - b;
}

Word residue(std::int64_t number) {
  return number >= 0 ? static_cast<Word>(number) % prime : prime - static_cast<Word>(-number) % prime;
}

// By Fermat: a^(p-2).
Word inverse(Word a) {
  Word result = 1;
  for (Word power = prime - 2; power != 0; power >>= 1, a = times(a, a))
    if (power & 1) result = times(result, a);
  return result;
}

Row row_of(std::size_t unknowns, const Equation& equation) {
  Row row(unknowns + 1, 0);
  for (const auto& [unknown, coefficient] : equation.terms)
    row[static_cast<std::size_t>(unknown)] =
        (row[static_cast<std::size_t>(unknown)] + residue(coefficient)) % prime;
  row.back() = residue(equation.sum) % prime;
  return row;
}

void take_off(Row& from, const Row& pivot_row, std::size_t pivot) {
  const Word factor = from[pivot];
  if (factor == 0) return;
  for (std::size_t i = pivot; i < from.size(); ++i) from[i] = minus(from[i], times(factor, pivot_row[i]));
}

// Rows in echelon form, by their pivot; each new row is reduced by those before it, so that thousands of
// equations never take more room than there are unknowns.
class Echelon {
 public:
  explicit Echelon(std::size_t unknowns) : rows_(unknowns) {}

  // False when the row contradicts the others.
  bool add(Row row) {
    for (std::size_t pivot = 0; pivot < rows_.size(); ++pivot) {
      if (row[pivot] == 0) continue;
      if (rows_[pivot]) {
        take_off(row, *rows_[pivot], pivot);
        continue;
      }
      const Word scale = inverse(row[pivot]);
      for (Word& word : row) word = times(word, scale);
      rows_[pivot] = std::move(row);
      return true;
    }
    return row.back() == 0;
  }

  void reduce_upwards() {
    for (std::size_t pivot = rows_.size(); pivot-- > 0;)
      for (std::size_t above = 0; rows_[pivot] && above < pivot; ++above)
        if (rows_[above]) take_off(*rows_[above], *rows_[pivot], pivot);
  }

  const std::vector<std::optional<Row>>& rows() const { return rows_; }

 private:
  std::vector<std::optional<Row>> rows_;
};

bool alone(const Row& row, std::size_t pivot) {
  for (std::size_t i = 0; i + 1 < row.size(); ++i)
    if (i != pivot && row[i] != 0) return false;
  return true;
}

}  // namespace

Elimination eliminate(int unknowns, const std::vector<Equation>& equations) {
  const auto count = static_cast<std::size_t>(unknowns);
  Echelon echelon(count);
  Elimination result;
  for (const Equation& equation : equations)
    if (!echelon.add(row_of(count, equation))) result.contradictory = true;
  echelon.reduce_upwards();
  for (std::size_t pivot = 0; pivot < count; ++pivot) {
    const std::optional<Row>& row = echelon.rows()[pivot];
    if (!row) continue;
    ++result.rank;
    if (!result.contradictory && alone(*row, pivot) && row->back() <= 400)
      result.solved.push_back({static_cast<int>(pivot), static_cast<std::int64_t>(row->back())});
  }
  return result;
}

}  // namespace smm::attacks
