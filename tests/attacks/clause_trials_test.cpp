// SPDX-License-Identifier: Apache-2.0
// Every clause of the design is worth its place: without it the bench finds a leak, with it none.
#include "clause_trials.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace smm::attacks {
namespace {

void expect_found_only_without(const std::vector<ClauseTrial>& trials) {
  for (const ClauseTrial& trial : trials) {
    const Finding with = trial.with();
    const Finding without = trial.without();
    EXPECT_EQ(with.found, 0) << trial.attack << " with " << trial.clause;
    EXPECT_GT(without.found, 0) << trial.attack << " without " << trial.clause;
  }
}

TEST(Clauses, EachClosesALeakThatTheBenchFindsWithoutIt) {
  expect_found_only_without(clause_trials());
}

TEST(CarelessTools, AreFoundOut) {
  expect_found_only_without(careless_trials());
}

TEST(Clauses, AreInTheTableOfTheReferencePage) {
  std::ifstream file("docs/reference/attacks.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  for (const auto& trials : {clause_trials(), careless_trials()})
    for (const ClauseTrial& trial : trials)
      EXPECT_NE(page.find("| " + trial.clause + " | " + trial.attack + " |"), std::string::npos)
          << trial.clause << ", " << trial.attack;
}

}  // namespace
}  // namespace smm::attacks
