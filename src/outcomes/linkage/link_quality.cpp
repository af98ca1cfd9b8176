// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_quality.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "stats/wilson_interval.hpp"

namespace smm::outcomes::linkage {
namespace {

struct GroupSums {
  GroupQuality quality;
  double right = 0;            // sum of p of the linked
  double right_variance = 0;   // sum of p (1-p) of the linked
  double present = 0;          // sum of q
  double missed_variance = 0;  // sum of q (1-q) of the others
};

QualityFigure figure_within(double estimate, double variance, double confidence) {
  const stats::Interval wide = stats::normal_interval(estimate, std::sqrt(variance), confidence);
  return {estimate, {std::max(wide.low, 0.0), std::min(wide.high, 1.0)}};
}

void add_row(const QualityRow& row, GroupSums& sums) {
  ++sums.quality.graduates;
  sums.present += row.has_record;
  if (!row.linked) {
    sums.missed_variance += row.has_record * (1 - row.has_record);
    return;
  }
  ++sums.quality.linked;
  sums.right += row.best;
  sums.right_variance += row.best * (1 - row.best);
  if (!row.reviewed_the_same) return;
  ++sums.quality.reviewed;
  sums.quality.reviewed_the_same += *row.reviewed_the_same;
}

GroupQuality finish(const GroupSums& sums, double confidence) {
  GroupQuality quality = sums.quality;
  const auto linked = static_cast<double>(quality.linked);
  if (quality.linked > 0)
    quality.precision =
        figure_within(sums.right / linked, sums.right_variance / (linked * linked), confidence);
  if (sums.present > 0) {
    const double recall = std::min(sums.right / sums.present, 1.0);
    const double variance =
        (sums.right_variance * (1 - recall) * (1 - recall) + sums.missed_variance * recall * recall) /
        (sums.present * sums.present);
    quality.recall = figure_within(recall, variance, confidence);
  }
  if (quality.reviewed > 0)
    quality.reviewed_precision =
        QualityFigure{static_cast<double>(quality.reviewed_the_same) / static_cast<double>(quality.reviewed),
                      stats::wilson_interval(quality.reviewed_the_same, quality.reviewed, confidence)};
  return quality;
}

}  // namespace

std::vector<GroupQuality> link_quality(const std::vector<QualityRow>& rows, double confidence) {
  std::map<std::pair<std::string, std::string>, std::size_t> place;
  std::vector<GroupSums> sums;
  for (const QualityRow& row : rows) {
    const auto [at, is_new] = place.emplace(std::pair(row.group, row.value), sums.size());
    if (is_new) {
      sums.emplace_back();
      sums.back().quality.group = row.group;
      sums.back().quality.value = row.value;
    }
    add_row(row, sums[at->second]);
  }
  std::vector<GroupQuality> qualities;
  for (const GroupSums& group : sums) qualities.push_back(finish(group, confidence));
  return qualities;
}

}  // namespace smm::outcomes::linkage
