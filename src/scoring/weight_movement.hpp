// SPDX-License-Identifier: Apache-2.0
// How far scores move under other weights: each group's against everybody's.
//
// Over the scores of one level that exist under both, d = score under the group - score under all:
//   mean_absolute = mean of |d|     max_absolute = largest |d|   (in points of 0-100)
// A score that exists under one set only (its state changed) is counted apart and enters neither figure.
// Pure: whoever calls brings the scores, computed from the same answers and listed in the same order.
// docs/methods/weight-sets.md has the worked example.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace smm::scoring {

// One score of a sheet, reduced to what is compared.
struct WeighedScore {
  std::string school_id;
  std::string programme;
  std::string level;  // "indicator", "area", "domain" or "overall"
  std::string id;
  std::optional<double> score;  // empty unless scored

  bool same_subject(const WeighedScore& other) const;
};

struct ScoreMovement {
  std::string group;
  std::string level;
  std::size_t compared = 0;             // scored under both
  std::size_t state_changed = 0;        // scored under one only
  std::optional<double> mean_absolute;  // empty when nothing was compared
  std::optional<double> max_absolute;
  std::optional<WeighedScore> moved_most;  // as under all groups; the first of equals
};

// One entry per level, in the order in which levels first appear in `overall`.
std::vector<ScoreMovement> score_movements(const std::vector<WeighedScore>& overall, const std::string& group,
                                           const std::vector<WeighedScore>& under_group);

}  // namespace smm::scoring
