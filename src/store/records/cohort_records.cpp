// SPDX-License-Identifier: Apache-2.0
#include "store/records/cohort_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::Cohort cohort_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::CohortId>(), .code = read.text(), .title = read.text()};
}

}  // namespace

std::vector<app::Cohort> CohortRecords::all() {
  return each(queries_.rows("cohorts"), cohort_of);
}

std::optional<app::Cohort> CohortRecords::by_code(std::string_view code) {
  return one(queries_.row("cohort_by_code", columns(code)), cohort_of);
}

void CohortRecords::add(const app::Cohort& cohort) {
  queries_.run("add_cohort", columns(cohort.id, cohort.code, cohort.title));
}

void CohortRecords::remove(const app::CohortId& cohort) {
  for (const char* const query : {"remove_schools_of_cohort", "remove_people_of_cohort", "remove_cohort"})
    queries_.run(query, columns(cohort));
}

std::vector<assessment::SchoolId> CohortRecords::schools(const app::CohortId& cohort) {
  return each(queries_.rows("cohort_schools", columns(cohort)),
              [](const Row& row) { return RowReader(row).id<assessment::SchoolId>(); });
}

std::vector<assessment::PersonId> CohortRecords::people(const app::CohortId& cohort) {
  return each(queries_.rows("cohort_people", columns(cohort)),
              [](const Row& row) { return RowReader(row).id<assessment::PersonId>(); });
}

std::vector<app::Cohort> CohortRecords::of_person(const assessment::PersonId& person) {
  return each(queries_.rows("cohorts_of_person", columns(person)), cohort_of);
}

void CohortRecords::join(const app::CohortId& cohort, const assessment::SchoolId& school) {
  queries_.run("join_cohort_school", columns(cohort, school));
}

void CohortRecords::join(const app::CohortId& cohort, const assessment::PersonId& person) {
  queries_.run("join_cohort_person", columns(cohort, person));
}

void CohortRecords::leave(const app::CohortId& cohort, const assessment::SchoolId& school) {
  queries_.run("leave_cohort_school", columns(cohort, school));
}

void CohortRecords::leave(const app::CohortId& cohort, const assessment::PersonId& person) {
  queries_.run("leave_cohort_person", columns(cohort, person));
}

}  // namespace smm::store::records
