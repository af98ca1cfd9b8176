// SPDX-License-Identifier: Apache-2.0
#include "store/records/goal_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::GoalVersion goal_version_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::GoalId>(),
          .version = read.integer(),
          .school = read.id<assessment::SchoolId>(),
          .round = read.id<assessment::RoundId>(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob()};
}

}  // namespace

std::vector<app::GoalVersion> GoalRecords::versions(const assessment::SchoolId& school) {
  return each(queries_.rows("goal_versions", columns(school)), goal_version_of);
}

void GoalRecords::add(const app::GoalVersion& version) {
  queries_.run("add_goal_version", columns(version.id, version.version, version.school, version.round,
                                           version.by, version.at, Blob{version.sealed}));
}

}  // namespace smm::store::records
