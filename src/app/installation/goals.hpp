// SPDX-License-Identifier: Apache-2.0
// Repository: goals of schools' action plans. What a goal says arrives sealed with the school's key and
// leaves sealed; in clear are whose it is, who wrote it, and when. Versions are only added.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"

namespace smm::app {

// A goal as somebody wrote it: the highest version is the one that stands.
struct GoalVersion {
  assessment::GoalId id;
  std::int64_t version = 1;
  assessment::SchoolId school;
  assessment::RoundId round;  // on whose report the goal was made: the same in all versions
  assessment::PersonId by;
  base::Instant at;
  std::string sealed;

  friend bool operator==(const GoalVersion&, const GoalVersion&) = default;
};

class Goals {
 public:
  virtual ~Goals() = default;

  virtual std::vector<GoalVersion> versions(const assessment::SchoolId& school) = 0;  // oldest first
  virtual void add(const GoalVersion& version) = 0;  // one that is there is refused (Refusal::taken)
};

}  // namespace smm::app
