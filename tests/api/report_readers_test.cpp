// SPDX-License-Identifier: Apache-2.0
// Readers of a report: named by the dean, told by mail, let in to the report and the plan alone, and out
// again.
#include "round_with_reports.hpp"

namespace smm::web {
namespace {

using assessment::SchoolRole;

SMM_ON_EACH_DATABASE(ReportReaders);

const std::string school_path = "/rounds/2026/schools/r03";
const std::string report_page = school_path + "/report";
const std::string readers_page_path = report_page + "/readers";

void name_reader(BrowserUnderTest& dean, const std::string& email) {
  dean.get(readers_page_path);
  EXPECT_EQ(dean.submit(readers_page_path, {{"name", "Pat Provost"}, {"email", email}}).status, 303);
}

// By the link in the mail.
std::unique_ptr<BrowserUnderTest> reader_by_mail(const RoundUnderTest& round,
                                                 test::InstallationUnderTest& house) {
  auto browser = std::make_unique<BrowserUnderTest>(round.service);
  const auto mails = house.mails("report_reader");
  EXPECT_EQ(mails.size(), 1U);
  const std::string link = "/link/" + test::token_in(mails.front().mail);
  browser->get(link);
  const Shown signed_in = browser->submit(link);
  EXPECT_EQ(signed_in.status, 303) << signed_in.body;
  EXPECT_EQ(signed_in.location(), report_page);
  return browser;
}

TEST_P(ReportReaders, AreNamedByTheDeanAndLetInByMail) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  EXPECT_TRUE(dean->get(report_page).says(readers_page_path));
  name_reader(*dean, "provost@r03.example");
  EXPECT_TRUE(dean->get(readers_page_path).says("Pat Provost"));
  auto reader = reader_by_mail(round, house());
  const Shown page = reader->get(report_page);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_FALSE(page.says(readers_page_path));
  EXPECT_FALSE(page.says("Who opened this report"));
  EXPECT_FALSE(page.says("Choose your peers"));
  EXPECT_FALSE(page.says("href=\"" + school_path + "\""));  // would be refused
  EXPECT_EQ(reader->submit(report_page + "/json").status, 200);
  EXPECT_TRUE(dean->get(report_page).says("Pat Provost <span class=\"quiet\">json</span>"));
  EXPECT_TRUE(reader->get("/").says(report_page));
}

TEST_P(ReportReaders, SeeNothingElseOfTheSchool) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto reader = round.member("r03", SchoolRole::reader);
  EXPECT_EQ(reader->get(report_page).status, 200);
  for (const char* below : {"", "/people", "/compare", "/release/release.json", "/downloads", "/log",
                            "/submit", "/report/readers", "/graduates", "/notes"})
    EXPECT_EQ(reader->get(school_path + below).status, 403) << below;
  EXPECT_EQ(reader->get("/rounds/2026/schools/r05/report").status, 404);
}

TEST_P(ReportReaders, GoWhenTheDeanTakesItBack) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  name_reader(*dean, "provost@r03.example");
  auto reader = reader_by_mail(round, house());
  EXPECT_EQ(reader->get(report_page).status, 200);
  const std::string page = dean->get(readers_page_path).body;
  std::smatch end;
  ASSERT_TRUE(std::regex_search(page, end, std::regex("action=\"([^\"]*/end)\"")));
  EXPECT_EQ(dean->submit(end[1]).status, 303);
  EXPECT_TRUE(dean->get(readers_page_path).says("Nobody but you"));
  EXPECT_EQ(reader->get(report_page).status, 404);
  EXPECT_TRUE(house().log_tells("person.join"));
  EXPECT_TRUE(house().log_tells("person.leave"));
}

TEST_P(ReportReaders, AreTheDeansToName) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto coordinator = round.member("r03", SchoolRole::coordinator);
  auto reader = round.member("r03", SchoolRole::reader);
  for (auto* each : {coordinator.get(), reader.get()}) {
    EXPECT_EQ(each->get(readers_page_path).status, 403);
    EXPECT_EQ(each->post(readers_page_path, {{"email", "friend@r03.example"}}).status, 403);
  }
  EXPECT_EQ(round.dean("r05")->get(readers_page_path).status, 404);
  // Nor through the page on which coordinators add people.
  coordinator->get(school_path + "/people/add");
  EXPECT_EQ(coordinator
                ->submit(school_path + "/people/add",
                         {{"name", "F"}, {"email", "friend@r03.example"}, {"role", "reader"}})
                .status,
            422);
  EXPECT_FALSE(coordinator->get(school_path + "/people").says("friend@r03.example"));
  EXPECT_TRUE(house().mails("report_reader").empty());
}

TEST_P(ReportReaders, HaveAnAddress) {
  RoundWithReports round(house());
  auto dean = round.dean("r03");
  dean->get(readers_page_path);
  EXPECT_EQ(dean->submit(readers_page_path, {{"email", "provost@r03.example"}}).status, 422);  // not frozen
  ASSERT_EQ(round.freeze().status, 303);
  EXPECT_EQ(dean->submit(readers_page_path, {{"email", "nowhere"}}).status, 422);
  EXPECT_TRUE(dean->get(readers_page_path).says("Nobody but you"));
}

}  // namespace
}  // namespace smm::web
