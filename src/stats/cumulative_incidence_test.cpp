// SPDX-License-Identifier: Apache-2.0
#include "stats/cumulative_incidence.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace smm::stats {
namespace {

using enum Ending;

// The maintained group of the leukemia trial in Miller (1981), Survival Analysis; R 4.2.2, survival 3.5-3,
// survfit(conf.type = "log-log") at 31: 0.490909, SE 0.164193, 0.167331 to 0.753400. The worked example of
// docs/methods/retention.md.
const std::vector<Watched> maintained = {{9, event},     {13, event},    {13, censored}, {18, event},
                                         {23, event},    {28, censored}, {31, event},    {34, event},
                                         {45, censored}, {48, event},    {161, censored}};

TEST(CumulativeIncidence, KaplanMeierAsInR) {
  const Incidence found = cumulative_incidence(maintained, 31);
  EXPECT_NEAR(1 - found.share, 0.4909090909090909, 1e-12);
  EXPECT_NEAR(found.error, 0.1641932672211358, 1e-12);
  const Interval interval = log_log_interval(1 - found.share, found.error, 0.95);
  EXPECT_NEAR(interval.low, 0.1673309097768508, 1e-12);
  EXPECT_NEAR(interval.high, 0.7533997903708113, 1e-12);
  EXPECT_EQ(found.events, 5u);
  EXPECT_EQ(found.still_seen, 4u);
  EXPECT_NEAR(1 - cumulative_incidence(maintained, 40).share, 0.3681818181818182, 1e-12);
}

// R 4.2.2, survival 3.5-3, survfit(Surv(time, factor(status)) ~ 1).
TEST(CumulativeIncidence, CompetingEventsAsInR) {
  const std::vector<Watched> persons = {{1, event},    {2, censored}, {2, competing}, {3, event},
                                        {4, censored}, {5, event},    {5, competing}, {6, competing},
                                        {7, event},    {8, censored}, {9, event},     {10, censored}};
  EXPECT_NEAR(cumulative_incidence(persons, 5).share, 0.281746031746032, 1e-12);
  EXPECT_NEAR(cumulative_incidence(persons, 9).share, 0.546296296296296, 1e-12);
}

TEST(CumulativeIncidence, NothingHappened) {
  const std::vector<Watched> persons = {{3, censored}, {4, censored}};
  const Incidence found = cumulative_incidence(persons, 10);
  EXPECT_EQ(found.share, 0);
  EXPECT_EQ(found.error, 0);
  EXPECT_EQ(cumulative_incidence(persons, 3.5).still_seen, 1u);
}

std::vector<Watched> watched_without_censoring() {
  const auto times = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 20)));
  std::vector<Watched> persons;
  for (const int time : times)
    persons.push_back({static_cast<double>(time), *rc::gen::element(event, competing)});
  return persons;
}

// The plain share and its binomial error.
RC_GTEST_PROP(CumulativeIncidence, WithoutCensoringIsTheShare, ()) {
  const std::vector<Watched> persons = watched_without_censoring();
  const double until = *rc::gen::inRange(0, 20);
  double count = 0;
  for (const Watched& person : persons) count += person.ending == event && person.time <= until;
  const double n = static_cast<double>(persons.size());
  const Incidence found = cumulative_incidence(persons, until);
  RC_ASSERT(std::abs(found.share - count / n) < 1e-9);
  RC_ASSERT(std::abs(found.error - std::sqrt(count / n * (1 - count / n) / n)) < 1e-7);
}

// Watching somebody for whom nothing happened counts from the one end or the other, never outside.
RC_GTEST_PROP(CumulativeIncidence, StaysBetweenTheWorstCases, ()) {
  std::vector<Watched> persons = watched_without_censoring();
  for (Watched& person : persons)
    if (*rc::gen::arbitrary<bool>()) person.ending = censored;
  const double until = *rc::gen::inRange(0, 20);
  double low = 0, open = 0;
  for (const Watched& person : persons) {
    low += person.ending == event && person.time <= until;
    open += person.ending == censored && person.time <= until;
  }
  const double n = static_cast<double>(persons.size());
  const double share = cumulative_incidence(persons, until).share;
  RC_ASSERT(share > low / n - 1e-9 && share < (low + open) / n + 1e-9);
}

}  // namespace
}  // namespace smm::stats
