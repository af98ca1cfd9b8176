// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/composite.hpp"

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

std::size_t binomial_count(base::Random& random, std::size_t n, double probability) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < n; ++i) count += random.chance(probability);
  return count;
}

}  // namespace smm::outcomes::measure
