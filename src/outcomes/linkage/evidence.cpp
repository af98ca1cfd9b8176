// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/evidence.hpp"

#include <numeric>
#include <utility>

#include "base/assert.hpp"

namespace smm::outcomes::linkage {

Parameter EvidenceLayout::add(LevelGroup group) {
  SMM_ASSERT(!group.levels.empty() && group.levels.size() == group.start.size());
  SMM_ASSERT(next_ + group.levels.size() < 65535);
  const double sum = std::accumulate(group.start.begin(), group.start.end(), 0.0);
  for (double& share : group.start) share /= sum;
  const Parameter first = next_;
  next_ = static_cast<Parameter>(next_ + group.levels.size());
  first_.push_back(first);
  groups_.push_back(std::move(group));
  return first;
}

std::vector<double> EvidenceLayout::starting_m() const {
  std::vector<double> m = {1};
  for (const LevelGroup& group : groups_) m.insert(m.end(), group.start.begin(), group.start.end());
  return m;
}

}  // namespace smm::outcomes::linkage
