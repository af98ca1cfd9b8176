// SPDX-License-Identifier: Apache-2.0
// app::Cohorts on a connection.
#pragma once

#include "app/installation/cohorts.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class CohortRecords final : public app::Cohorts {
 public:
  explicit CohortRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::Cohort> all() override;
  std::optional<app::Cohort> by_code(std::string_view code) override;
  void add(const app::Cohort& cohort) override;
  void remove(const app::CohortId& cohort) override;
  std::vector<assessment::SchoolId> schools(const app::CohortId& cohort) override;
  std::vector<assessment::PersonId> people(const app::CohortId& cohort) override;
  std::vector<app::Cohort> of_person(const assessment::PersonId& person) override;
  void join(const app::CohortId& cohort, const assessment::SchoolId& school) override;
  void join(const app::CohortId& cohort, const assessment::PersonId& person) override;
  void leave(const app::CohortId& cohort, const assessment::SchoolId& school) override;
  void leave(const app::CohortId& cohort, const assessment::PersonId& person) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
