// SPDX-License-Identifier: Apache-2.0
#include "assessment/response_funnel.hpp"

#include <gtest/gtest.h>

#include <string>

namespace smm::assessment {
namespace {

// "invited=2 opened=1": the columns that are not zero.
std::string funnel_words(std::initializer_list<SchoolStanding> schools) {
  Funnel funnel;
  for (const SchoolStanding& school : schools) funnel.count(school);
  std::string words;
  for (const FunnelStep step : funnel_steps)
    if (funnel.at(step) > 0)
      words +=
          (words.empty() ? "" : " ") + std::string(to_string(step)) + "=" + std::to_string(funnel.at(step));
  return words;
}

TEST(ResponseFunnel, CountsASchoolInEveryStepItHasTaken) {
  const SchoolStanding waits{.part = ParticipationState::invited, .delivered = true};
  const SchoolStanding opened{.part = ParticipationState::invited, .delivered = true, .opened = true};
  const SchoolStanding answers{
      .part = ParticipationState::reopened, .delivered = true, .opened = true, .started = true};
  const SchoolStanding done{
      .part = ParticipationState::submitted, .delivered = true, .opened = true, .started = true};
  EXPECT_EQ(funnel_words({waits, opened, answers, done}),
            "invited=4 delivered=4 opened=3 accepted=2 started=2 submitted=1");
}

TEST(ResponseFunnel, TellsMailsThatDidNotArriveFromThoseNobodyKnowsOf) {
  const SchoolStanding bounced{.delivered = true, .bounced = true};
  const SchoolStanding unknown{.unknown = true};
  EXPECT_EQ(funnel_words({bounced, unknown}), "invited=2 bounced=1 unknown=1");
}

TEST(ResponseFunnel, LeavesWithdrawnAndDeclinedOutOfTheRest) {
  const SchoolStanding gone{
      .part = ParticipationState::withdrawn, .delivered = true, .opened = true, .started = true};
  const SchoolStanding no{
      .part = ParticipationState::declined, .delivered = true, .opened = true, .started = true};
  EXPECT_EQ(funnel_words({gone, no}), "invited=2 delivered=1 opened=1 declined=1 withdrawn=1");
}

TEST(ResponseFunnel, HasNothingToTellOfNobody) {
  EXPECT_EQ(funnel_words({}), "");
}

}  // namespace
}  // namespace smm::assessment
