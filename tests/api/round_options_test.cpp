// SPDX-License-Identifier: Apache-2.0
// What the office may ask of a round's reports when it makes the round: quarters and stars, no overall score.
#include "round_with_reports.hpp"

namespace smm::web {
namespace {

using assessment::OfficeRole;

SMM_ON_EACH_DATABASE(WhatARoundAsksFor);

const std::string report_path = "/rounds/2026/schools/r03/report";

TEST_P(WhatARoundAsksFor, IsInTheReport) {
  RoundWithReports round(house(), {.legacy_stars = true, .leave_out_overall = true}, 32);
  ASSERT_EQ(round.freeze().status, 303);
  const Shown office = round.office(OfficeRole::campaign_manager)->get("/office/rounds/2026");
  EXPECT_TRUE(office.says("They also have quarters and stars."));
  EXPECT_TRUE(office.says("Reports have no overall score."));
  auto dean = round.dean("r03");
  const Shown page = dean->get(report_path);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("Quarters and stars"));
  EXPECT_FALSE(page.says("Overall</th>"));
  EXPECT_FALSE(dean->get("/rounds/2026/schools/r03/compare").says("Overall"));
  EXPECT_FALSE(dean->get("/results/2026").says("Overall"));
}

TEST_P(WhatARoundAsksFor, IsNotInTheReportOtherwise) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  EXPECT_FALSE(dean->get(report_path).says("Quarters and stars"));
  EXPECT_TRUE(dean->get(report_path).says("Overall</th>"));
  EXPECT_TRUE(dean->get("/rounds/2026/schools/r03/compare").says("Overall"));
  EXPECT_TRUE(dean->get("/results/2026").says("Overall"));
}

TEST_P(WhatARoundAsksFor, IsSaidWhenTheRoundIsMade) {
  RoundWithReports round(house());
  auto manager = round.office(OfficeRole::campaign_manager);
  const Fields common = {{"code", "2029"},
                         {"title", "Round 2029"},
                         {"edition", "smm-2026"},
                         {"zone", "Nowhere/Middle"},
                         {"last_day", "2029-10-31"}};
  Fields asked = common;
  asked.emplace_back("reports", "legacy_stars");
  manager->get("/office/rounds/new");
  const Shown refused = manager->submit("/office/rounds/new", asked);
  EXPECT_EQ(refused.status, 422);  // no such zone; what was ticked stays ticked
  EXPECT_TRUE(std::regex_search(refused.body, std::regex("value=\"legacy_stars\"[^>]*checked")));
  asked[3].second = "UTC";
  EXPECT_EQ(manager->submit("/office/rounds/new", asked).status, 303);
  const Shown made = manager->get("/office/rounds/2029");
  EXPECT_TRUE(made.says("They also have quarters and stars."));
  EXPECT_TRUE(made.says("Reports have an overall score."));
}

}  // namespace
}  // namespace smm::web
