// SPDX-License-Identifier: Apache-2.0
// Repository: cohorts of partners, such as a state coalition. Its people may see how far its schools are in a
// round, where a school agreed to that; never an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/ids.hpp"
#include "base/id.hpp"

namespace smm::app {

using CohortId = base::Id<struct CohortTag>;

struct Cohort {
  CohortId id;
  std::string code;  // as in /partners/ohio
  std::string title;

  friend bool operator==(const Cohort&, const Cohort&) = default;
};

class Cohorts {
 public:
  virtual ~Cohorts() = default;

  virtual std::vector<Cohort> all() = 0;  // by code
  virtual std::optional<Cohort> by_code(std::string_view code) = 0;
  virtual void add(const Cohort& cohort) = 0;       // a code that is there is refused (Refusal::taken)
  virtual void remove(const CohortId& cohort) = 0;  // with who is in it

  virtual std::vector<assessment::SchoolId> schools(const CohortId& cohort) = 0;
  virtual std::vector<assessment::PersonId> people(const CohortId& cohort) = 0;
  virtual std::vector<Cohort> of_person(const assessment::PersonId& person) = 0;  // by code

  // Nothing when they are in it already, or are not.
  virtual void join(const CohortId& cohort, const assessment::SchoolId& school) = 0;
  virtual void join(const CohortId& cohort, const assessment::PersonId& person) = 0;
  virtual void leave(const CohortId& cohort, const assessment::SchoolId& school) = 0;
  virtual void leave(const CohortId& cohort, const assessment::PersonId& person) = 0;
};

}  // namespace smm::app
