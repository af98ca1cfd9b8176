// SPDX-License-Identifier: Apache-2.0
// The feedback report on the service: who may open it, that each opening is told, and that nobody else's
// score is in any of its forms.
#include "round_with_reports.hpp"

namespace smm::web {
namespace {

using assessment::OfficeRole;

SMM_ON_EACH_DATABASE(SchoolReportPage);

const std::string own_report = "/rounds/2026/schools/r03/report";

TEST_P(SchoolReportPage, IsThereWhenTheRoundIsFrozen) {
  RoundWithReports round(house());
  auto dean = round.dean("r03");
  EXPECT_EQ(dean->get(own_report).status, 409);
  ASSERT_EQ(round.freeze().status, 303);
  const Shown page = dean->get(own_report);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("School r03"));
  EXPECT_TRUE(page.says("public record"));  // before anything is taken along
  EXPECT_TRUE(page.says("bins 5 points wide"));
  EXPECT_TRUE(dean->get("/rounds/2026/schools/r03").says("Feedback report"));
  EXPECT_EQ(round.dean("r23")->get("/rounds/2026/schools/r23/report").status, 409);  // attested nothing
}

TEST_P(SchoolReportPage, HoldsNoScoreOfOthersInAnyForm) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  expect_no_canary(dean->get(own_report).body, "page");
  for (const char* form : {"html", "json", "summary", "text"}) {
    dean->get(own_report);
    const Shown file = dean->submit(own_report + "/" + form);
    EXPECT_EQ(file.status, 200) << form;
    expect_no_canary(file.body, form);
  }
  dean->extra_headers["Accept"] = "application/json";
  expect_no_canary(dean->get(own_report).body, "page as JSON");
}

TEST_P(SchoolReportPage, IsForTheDeanAlone) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  EXPECT_EQ(round.dean("r05")->get(own_report).status, 404);
  EXPECT_EQ(round.office(OfficeRole::admin)->get(own_report).status, 403);
  EXPECT_EQ(round.office(OfficeRole::analyst)->get(own_report).status, 403);
  EXPECT_EQ(round.office(OfficeRole::data_steward)->get(own_report).status, 404);
  EXPECT_FALSE(house().log_tells("report.open"));
}

TEST_P(SchoolReportPage, TellsWhoOpenedIt) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  dean->get(own_report);
  EXPECT_TRUE(house().log_tells("report.open"));
  EXPECT_EQ(dean->submit(own_report + "/json").status, 200);
  const Shown page = dean->get(own_report);
  EXPECT_TRUE(page.says("Dean of r03 <span class=\"quiet\">json</span>"));
}

// ---- Peers.

TEST_P(SchoolReportPage, StandsBesidePeersTheDeanChooses) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  EXPECT_TRUE(dean->get(own_report).says("No peers were chosen"));
  const Shown page = dean->get(own_report + "?size=large");
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("Weighted by where your"));
  EXPECT_TRUE(
      page.says("<input type=\"hidden\" name=\"size\" value=\"large\""));  // goes along with each download
  expect_no_canary(page.body, "page beside peers");
  const Shown file = dean->submit(own_report + "/html");
  EXPECT_EQ(file.status, 200);
  EXPECT_TRUE(file.says("Weighted by where your"));
  expect_no_canary(file.body, "file beside peers");
  dean->get(own_report);
  EXPECT_FALSE(dean->submit(own_report + "/html").says("Weighted by where your"));
}

TEST_P(SchoolReportPage, RefusesPeersThatAreTooFewAndIsShownWithout) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  for (const char* few : {"?peer=r05", "?peer=nobody", "?control=public&carnegie=r1"}) {
    const Shown page = dean->get(own_report + few);
    EXPECT_EQ(page.status, 422) << few;
    EXPECT_TRUE(page.says("No peers were chosen")) << few;
    EXPECT_FALSE(page.says("<input type=\"hidden\" name=\"peer\"")) << few;
  }
  dean->get(own_report);
  EXPECT_EQ(dean->post(own_report + "/json", {{"peer", "r05"}}).status, 422);
}

TEST_P(SchoolReportPage, TakesNoPeersFromAReader) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto reader = round.member("r03", assessment::SchoolRole::reader);
  EXPECT_FALSE(reader->get(own_report + "?size=large").says("Weighted by where your"));
  EXPECT_FALSE(reader->post(own_report + "/html", {{"size", "large"}}).says("Weighted by where your"));
}

TEST_P(SchoolReportPage, SaysSoWithoutAPrinter) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  dean->get(own_report);
  EXPECT_EQ(dean->submit(own_report + "/pdf").status, 422);
}

TEST_P(SchoolReportPage, HasASampleForAnybody) {
  RoundWithReports round(house());
  BrowserUnderTest stranger(round.service);
  const Shown page = stranger.get("/sample-report");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("Sample School of Medicine"));
  EXPECT_TRUE(page.says("invented"));
  EXPECT_TRUE(page.says("of schools</dd>"));  // enough of them for a share
  ASSERT_FALSE(house().mails("school_invitation").empty());
  EXPECT_NE(house().mails("school_invitation")[0].mail.text.find("/sample-report"), std::string::npos);
}

TEST_P(SchoolReportPage, StandsBesideResultsForAnybody) {
  RoundWithReports round(house());
  BrowserUnderTest stranger(round.service);
  EXPECT_EQ(stranger.get("/results/2026").status, 404);  // not frozen
  EXPECT_EQ(stranger.get("/results/2026/norms.csv").status, 404);
  ASSERT_EQ(round.freeze().status, 303);
  const Shown page = stranger.get("/results/2026");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("<td>22</td>") || page.says(">22<")) << page.body;
  EXPECT_FALSE(page.says("School r"));
  EXPECT_FALSE(page.says("/office/"));
  expect_no_canary(page.body, "public results");
  EXPECT_EQ(stranger.get("/results/2026/norms.csv").status, 200);
  for (const char* file : {"blocks.csv", "table.csv", "release.json"})
    EXPECT_EQ(stranger.get(std::string("/results/2026/") + file).status, 404) << file;
  EXPECT_EQ(stranger.get("/results/1999").status, 404);
}

}  // namespace
}  // namespace smm::web
