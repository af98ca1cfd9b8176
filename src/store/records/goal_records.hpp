// SPDX-License-Identifier: Apache-2.0
// app::Goals on a connection.
#pragma once

#include "app/installation/goals.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class GoalRecords final : public app::Goals {
 public:
  explicit GoalRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::GoalVersion> versions(const assessment::SchoolId& school) override;
  void add(const app::GoalVersion& version) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
