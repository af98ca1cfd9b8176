// SPDX-License-Identifier: Apache-2.0
#include "benchmark/item_shares.hpp"

#include <algorithm>

#include "benchmark/norms.hpp"

namespace smm::benchmark {
namespace {

struct ItemCounts {
  std::vector<int> chosen;  // by option
  int answered = 0;
  std::vector<std::size_t> units;  // that answered it
};

std::optional<std::uint64_t> answer_of(const Unit& unit, const std::vector<const SheetAnswers*>& sheets,
                                       std::size_t item) {
  for (const std::size_t row : unit.rows)
    if (sheets[row] != nullptr && sheets[row]->chosen[item]) return sheets[row]->chosen[item];
  return std::nullopt;
}

ItemCounts counts_of(const CountedItem& item, std::size_t at, const std::vector<Unit>& units,
                     const std::vector<const SheetAnswers*>& sheets) {
  ItemCounts counts{std::vector<int>(item.options.size()), 0, {}};
  for (std::size_t position = 0; position < units.size(); ++position) {
    const Unit& unit = units[position];
    const auto chosen = answer_of(unit, sheets, at);
    if (!unit.answered || !chosen) continue;
    ++counts.answered;
    counts.units.push_back(position);
    for (std::size_t option = 0; option < item.options.size(); ++option)
      counts.chosen[option] += static_cast<int>(*chosen >> option & 1);
  }
  return counts;
}

std::vector<std::optional<int>> plain_shares(const ItemCounts& counts) {
  std::vector<std::optional<int>> shares;
  for (const int count : counts.chosen)
    shares.push_back((100 * count + counts.answered / 2) / counts.answered);
  return shares;
}

}  // namespace

int stepped_share(int count, int of) {
  return share_step * ((2 * 100 / share_step * count + of) / (2 * of));
}

std::vector<std::optional<int>> item_shares(const std::vector<int>& counts, int answered) {
  const auto is_small = [&](int count) {
    return count < least_choosing || count > answered - least_choosing;
  };
  std::vector<std::optional<int>> shares(counts.size());
  bool any_suppressed = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (is_small(counts[i]))
      any_suppressed = true;
    else
      shares[i] = stepped_share(counts[i], answered);
  }
  if (!any_suppressed) return shares;
  int least = answered + 1;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (shares[i]) least = std::min(least, counts[i]);
  // All that tie: which of them goes must not follow from their order, or it tells who is the small one.
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] == least) shares[i].reset();
  return shares;
}

std::vector<ItemRow> item_rows(const std::vector<CountedItem>& items, const std::vector<Unit>& units,
                               const std::vector<const SheetAnswers*>& sheets, const Clauses& clauses,
                               const std::vector<JoinedSince>& joined) {
  std::vector<ItemRow> rows;
  for (std::size_t at = 0; at < items.size(); ++at) {
    const ItemCounts counts = counts_of(items[at], at, units, sheets);
    if (counts.answered < (clauses.item_suppression ? least_for_spread : 1)) continue;
    if (!enough_joined(joined, counts.units)) continue;
    const auto shares =
        clauses.item_suppression ? item_shares(counts.chosen, counts.answered) : plain_shares(counts);
    for (std::size_t option = 0; option < shares.size(); ++option)
      rows.push_back({"all", items[at].id, items[at].options[option], shares[option]});
  }
  return rows;
}

}  // namespace smm::benchmark
