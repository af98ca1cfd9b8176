// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/composite.hpp"

#include <algorithm>
#include <cmath>

#include "stats/quantile.hpp"

namespace smm::outcomes::measure {
namespace {

std::vector<double> part_of_schools(const SchoolParts& parts, std::size_t part) {
  std::vector<double> values;
  for (const auto& school : parts) values.push_back(school[part]);
  return values;
}

}  // namespace

std::optional<std::vector<CompositeScore>> composite_scores(const SchoolParts& parts,
                                                            stats::SpreadDivisor divisor) {
  if (parts.size() < 3) return std::nullopt;
  std::vector<CompositeScore> scores(parts.size());
  for (CompositeScore& score : scores) score.robust = 0;
  for (std::size_t part = 0; part < parts.front().size(); ++part) {
    const std::vector<double> values = part_of_schools(parts, part);
    const auto z = stats::z_scores(values, divisor);
    const auto robust = stats::robust_scores(values);
    if (!z) return std::nullopt;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i].z.push_back((*z)[i]);
      scores[i].composite += (*z)[i];
      if (!robust) scores[i].robust = std::nullopt;
      if (scores[i].robust && robust) *scores[i].robust += (*robust)[i];
    }
  }
  return scores;
}

void add_bands(std::vector<CompositeScore>& scores, stats::SpreadDivisor divisor, std::uint64_t seed,
               const std::function<SchoolParts(base::Random&)>& redraw) {
  base::Random random(seed);
  std::vector<std::vector<double>> drawn(scores.size());
  for (std::size_t replicate = 0; replicate < band_replicates; ++replicate) {
    const auto again = composite_scores(redraw(random), divisor);
    if (!again) continue;
    for (std::size_t i = 0; i < scores.size(); ++i) drawn[i].push_back((*again)[i].composite);
  }
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (drawn[i].size() < band_replicates / 2) continue;
    scores[i].band = stats::Interval{stats::quantile(drawn[i], 0.025, stats::QuantileType::type6),
                                     stats::quantile(drawn[i], 0.975, stats::QuantileType::type6)};
  }
}

BinomialCounts::BinomialCounts(std::size_t n, double probability) {
  const double p = std::clamp(probability, 0.0, 1.0), size = static_cast<double>(n);
  const auto mode = std::min(n, static_cast<std::size_t>((size + 1) * p));
  const auto reach = static_cast<std::size_t>(12 * std::sqrt(size * p * (1 - p)) + 12);
  first_ = mode > reach ? mode - reach : 0;
  const std::size_t last = std::min(n, mode + reach);
  std::vector<double> weights(last - first_ + 1, 0.0);
  weights[mode - first_] = 1;  // the others by the ratio of neighbors
  const double odds = p < 1 ? p / (1 - p) : 0;
  for (std::size_t k = mode; k < last; ++k)
    weights[k + 1 - first_] =
        weights[k - first_] * odds * static_cast<double>(n - k) / static_cast<double>(k + 1);
  for (std::size_t k = mode; k > first_ && odds > 0; --k)
    weights[k - 1 - first_] =
        weights[k - first_] / odds * static_cast<double>(k) / static_cast<double>(n - k + 1);
  double sum = 0;
  for (const double weight : weights) sums_.push_back(sum += weight);
}

std::size_t BinomialCounts::draw(base::Random& random) const {
  const double at = random.uniform() * sums_.back();
  const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
  const auto place =
      std::min<std::ptrdiff_t>(found - sums_.begin(), static_cast<std::ptrdiff_t>(sums_.size()) - 1);
  return first_ + static_cast<std::size_t>(place);
}

}  // namespace smm::outcomes::measure
