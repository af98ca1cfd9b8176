// SPDX-License-Identifier: Apache-2.0
#include "scoring/weight_movement.hpp"

#include <algorithm>
#include <cmath>

#include "base/assert.hpp"

namespace smm::scoring {
namespace {

ScoreMovement& movement_of(std::vector<ScoreMovement>& movements, const std::string& group,
                           const std::string& level) {
  const auto found = std::find_if(movements.begin(), movements.end(),
                                  [&](const ScoreMovement& one) { return one.level == level; });
  if (found != movements.end()) return *found;
  movements.push_back({});
  movements.back().group = group;
  movements.back().level = level;
  return movements.back();
}

// `mean_absolute` holds the sum until every pair was added.
void add_pair(ScoreMovement& movement, const WeighedScore& before, const WeighedScore& after) {
  if (before.score.has_value() != after.score.has_value()) ++movement.state_changed;
  if (!before.score || !after.score) return;
  const double distance = std::abs(*after.score - *before.score);
  ++movement.compared;
  movement.mean_absolute = movement.mean_absolute.value_or(0) + distance;
  if (movement.max_absolute && distance <= *movement.max_absolute) return;
  movement.max_absolute = distance;
  movement.moved_most = before;
}

}  // namespace

bool WeighedScore::same_subject(const WeighedScore& other) const {
  return school_id == other.school_id && programme == other.programme && level == other.level &&
         id == other.id;
}

std::vector<ScoreMovement> score_movements(const std::vector<WeighedScore>& overall, const std::string& group,
                                           const std::vector<WeighedScore>& under_group) {
  SMM_ASSERT(overall.size() == under_group.size());
  std::vector<ScoreMovement> movements;
  for (std::size_t i = 0; i < overall.size(); ++i) {
    SMM_ASSERT(overall[i].same_subject(under_group[i]));
    add_pair(movement_of(movements, group, overall[i].level), overall[i], under_group[i]);
  }
  for (ScoreMovement& movement : movements) {
    if (movement.mean_absolute) *movement.mean_absolute /= static_cast<double>(movement.compared);
  }
  return movements;
}

}  // namespace smm::scoring
