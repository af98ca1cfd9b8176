// SPDX-License-Identifier: Apache-2.0
#include "benchmark/features.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "benchmark/school_size.hpp"

namespace smm::benchmark {
namespace {

// Numbers words as they come.
class WordNumbers {
 public:
  std::uint32_t operator()(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

constexpr std::string_view ordered_classes[] = {"R1", "R2", "special"};

std::optional<std::int64_t> class_index(const std::string& carnegie) {
  const auto found = std::ranges::find(ordered_classes, carnegie);
  if (found == std::end(ordered_classes)) return std::nullopt;
  return found - std::begin(ordered_classes);
}

bool all_classes_ordered(const std::vector<Unit>& units, const std::vector<FrameRow>& rows) {
  return std::ranges::all_of(
      units, [&](const Unit& unit) { return class_index(rows[unit.face].carnegie).has_value(); });
}

}  // namespace

std::vector<Features> features_of(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                  bool with_programme) {
  std::array<WordNumbers, feature_words> number;
  const bool ordered = all_classes_ordered(units, rows);
  std::vector<Features> features;
  for (const Unit& unit : units) {
    const FrameRow& row = rows[unit.face];
    Features& f = features.emplace_back();
    f.words = {number[0](with_programme ? row.programme : ""), number[1](row.control),
               number[2](row.division), number[3](ordered ? "" : row.carnegie), number[4](row.locale)};
    f.half_steps = half_steps_of_size(row.size).value_or(2);
    if (ordered) f.carnegie_class = *class_index(row.carnegie);
  }
  return features;
}

Centroid::Centroid(std::span<const Features> all, std::span<const std::size_t> members) {
  for (const std::size_t member : members) {
    const Features& f = all[member];
    for (std::size_t v = 0; v < feature_words; ++v) {
      if (counts_[v].size() <= f.words[v]) counts_[v].resize(f.words[v] + 1);
      std::int64_t& n = counts_[v][f.words[v]];
      squares_[v] += 2 * n + 1;
      ++n;
    }
    size_sum_ += f.half_steps;
    class_sum_ += f.carnegie_class;
    ++count_;
  }
}

void Centroid::remove(const Features& member) {
  for (std::size_t v = 0; v < feature_words; ++v) {
    std::int64_t& n = counts_[v][member.words[v]];
    squares_[v] -= 2 * n - 1;
    --n;
  }
  size_sum_ -= member.half_steps;
  class_sum_ -= member.carnegie_class;
  --count_;
}

// One-hot: w^2 sum over words of (x - n/m)^2, with 2 w^2 the distance of two words.
std::int64_t Centroid::scaled_distance(const Features& from) const {
  std::int64_t sum = 0;
  for (std::size_t v = 0; v < feature_words; ++v) {
    const std::int64_t same = from.words[v] < counts_[v].size() ? counts_[v][from.words[v]] : 0;
    sum += word_distance[v] * (count_ * count_ - 2 * count_ * same + squares_[v]);
  }
  const std::int64_t apart = count_ * from.half_steps - size_sum_;
  const std::int64_t classes = count_ * from.carnegie_class - class_sum_;
  return sum + 2 * half_step_distance * apart * apart + 2 * class_distance * classes * classes;
}

double Centroid::distance(const Features& from) const {
  return static_cast<double>(scaled_distance(from)) / static_cast<double>(2 * count_ * count_);
}

double Centroid::distance(const Centroid& other) const {
  const auto m = static_cast<double>(count_);
  const auto n = static_cast<double>(other.count_);
  double sum = 0;
  for (std::size_t v = 0; v < feature_words; ++v) {
    double both = 0;
    for (std::size_t w = 0; w < std::min(counts_[v].size(), other.counts_[v].size()); ++w)
      both += static_cast<double>(counts_[v][w]) * static_cast<double>(other.counts_[v][w]);
    const double squared = static_cast<double>(squares_[v]) / (m * m) - 2 * both / (m * n) +
                           static_cast<double>(other.squares_[v]) / (n * n);
    sum += static_cast<double>(word_distance[v]) / 2 * squared;
  }
  const double apart = static_cast<double>(size_sum_) / m - static_cast<double>(other.size_sum_) / n;
  const double classes = static_cast<double>(class_sum_) / m - static_cast<double>(other.class_sum_) / n;
  return sum + static_cast<double>(half_step_distance) * apart * apart +
         static_cast<double>(class_distance) * classes * classes;
}

}  // namespace smm::benchmark
