// SPDX-License-Identifier: Apache-2.0
// How good a linkage is, by its own probabilities and by what reviewers found, for all graduates and by
// group.
//
// With p the probability of a linked graduate's best candidate and q = 1 - p(none) of every graduate,
//   precision = mean p of the linked;   recall = sum of p of the linked / sum of q.
// Their errors treat graduates as independent draws: var(precision) = sum p(1-p) / n^2, and recall's by the
// ratio's linear part. These are claims of the model; the share of reviewed links that reviewers call the
// same, with Wilson's interval, is the check on them (a fair one only where reviewed links were drawn at
// random).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stats/interval.hpp"

namespace smm::outcomes::linkage {

struct QualityRow {
  std::string group;  // "sex", "all"
  std::string value;  // "F"; empty for all
  bool linked = false;
  double best = 0;                        // probability of the best candidate
  double has_record = 0;                  // 1 - p(none)
  std::optional<bool> reviewed_the_same;  // of the best candidate
};

struct QualityFigure {
  double estimate = 0;
  stats::Interval interval;
};

struct GroupQuality {
  std::string group;
  std::string value;
  std::size_t graduates = 0;
  std::size_t linked = 0;
  std::optional<QualityFigure> precision;
  std::optional<QualityFigure> recall;
  std::size_t reviewed = 0;  // linked ones among the reviewed
  std::size_t reviewed_the_same = 0;
  std::optional<QualityFigure> reviewed_precision;
};

// By group and value, in the order of first appearance.
std::vector<GroupQuality> link_quality(const std::vector<QualityRow>& rows, double confidence);

}  // namespace smm::outcomes::linkage
