// SPDX-License-Identifier: Apache-2.0
#include "app/people/new_password.hpp"

#include "assessment/password_rules.hpp"
#include "base/assert.hpp"

namespace smm::app {
namespace {

std::vector<std::string> schools_of(const Installation& installation, const Person& person) {
  std::vector<std::string> names;
  installation.database.read([&](Records& records) {
    names.clear();
    for (const Membership& membership : records.rounds.memberships(person.id)) {
      if (const auto school = records.schools.by_id(membership.school)) names.push_back(school->name);
    }
  });
  return names;
}

base::Problems at_the_field(base::Problems problems) {
  for (base::Problem& problem : problems) problem.place.source = "password";
  return problems;
}

base::Problems problems_for(const Installation& installation, std::string_view password,
                            const assessment::PasswordOwner& owner) {
  SMM_ASSERT(installation.common_passwords != nullptr);
  return at_the_field(assessment::password_problems(password, owner, *installation.common_passwords));
}

}  // namespace

base::Problems new_password_problems(const Installation& installation, std::string_view password,
                                     const Person& person) {
  return problems_for(installation, password, {person.email, person.name, schools_of(installation, person)});
}

base::Problems new_password_problems(const Installation& installation, std::string_view password,
                                     const std::string& name, const std::string& email) {
  return problems_for(installation, password, {email, name, {}});
}

}  // namespace smm::app
