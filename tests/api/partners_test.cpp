// SPDX-License-Identifier: Apache-2.0
// Partners see how far schools are that agreed to it, and nothing of the others.
#include "round_under_test.hpp"

#include "app/rounds/agreement.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Partners);

using assessment::OfficeRole;

class CohortUnderTest {
 public:
  explicit CohortUnderTest(test::InstallationUnderTest& house)
      : round(house,
              {test::medical_school("east"), test::medical_school("north"), test::medical_school("south"),
               test::medical_school("west")},
              nobody_scored),
        office(round.office(OfficeRole::campaign_manager)),
        house_(house) {
    office->get("/office/cohorts/new");
    EXPECT_EQ(office->submit("/office/cohorts/new", {{"title", "Ohio coalition"}, {"code", "ohio"}}).status,
              303);
  }

  void add_schools(const std::string& codes) {
    office->get(page);
    EXPECT_EQ(office->submit(page + "/schools", {{"schools", codes}}).status, 303);
  }

  // By the link in the mail.
  std::unique_ptr<BrowserUnderTest> partner() {
    office->get(page);
    EXPECT_EQ(
        office->submit(page + "/people", {{"name", "Paula"}, {"email", "paula@coalition.example"}}).status,
        303);
    auto browser = std::make_unique<BrowserUnderTest>(round.service);
    const std::string link = "/link/" + test::token_in(house_.mails("partner").front().mail);
    browser->get(link);
    EXPECT_EQ(browser->submit(link).location(), "/partners/ohio");
    return browser;
  }

  void accept(const std::string& school, bool partners) {
    auto dean = round.dean(school);
    const std::string path = "/rounds/2026/schools/" + school + "/accept";
    dean->get(path);
    Fields fields = {{"mode", "solo"}, {"agree", house_.agreement()}};
    if (partners) fields.emplace_back("consent", "partners");
    EXPECT_EQ(dean->submit(path, fields).status, 303);
  }

  const std::string page = "/office/cohorts/ohio";
  RoundUnderTest round;
  std::unique_ptr<BrowserUnderTest> office;

 private:
  test::InstallationUnderTest& house_;
};

TEST_P(Partners, SeeSchoolsThatAgreedAndNothingOfOthers) {
  CohortUnderTest cohort(house());
  cohort.add_schools("east, north\nsouth");
  cohort.accept("east", true);
  cohort.accept("north", false);
  cohort.accept("west", true);  // of no cohort
  auto partner = cohort.partner();
  const Shown page = partner->get("/partners/ohio");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("School east"));
  EXPECT_TRUE(page.says("1 of 3 schools"));
  for (const char* hidden : {"School north", "School south", "School west"})
    EXPECT_FALSE(page.says(hidden)) << hidden;
  EXPECT_TRUE(partner->get("/").says("/partners/ohio"));
  EXPECT_EQ(partner->get("/rounds/2026/schools/east").status, 404);
  EXPECT_EQ(partner->get("/office/rounds/2026").status, 404);
}

TEST_P(Partners, LoseSightOfASchoolThatTakesItsWordBackOrLeaves) {
  CohortUnderTest cohort(house());
  cohort.add_schools("east south");
  cohort.accept("east", true);
  cohort.accept("south", true);
  auto partner = cohort.partner();
  EXPECT_TRUE(partner->get("/partners/ohio").says("2 of 2 schools"));
  auto east = cohort.round.dean("east");
  east->get("/rounds/2026/schools/east/agreement");
  EXPECT_EQ(east->submit("/rounds/2026/schools/east/agreement", {{"irb", ""}}).status, 303);
  auto south = cohort.round.dean("south");
  south->get("/rounds/2026/schools/south/withdraw");
  EXPECT_EQ(south->submit("/rounds/2026/schools/south/withdraw", {{"sure", "yes"}}).status, 303);
  const Shown page = partner->get("/partners/ohio");
  EXPECT_TRUE(page.says("0 of 2 schools"));
  EXPECT_FALSE(page.says("School east"));
  EXPECT_FALSE(page.says("School south"));
}

TEST_P(Partners, AreLetInAndOutByTheOffice) {
  CohortUnderTest cohort(house());
  auto partner = cohort.partner();
  EXPECT_EQ(partner->get("/partners/ohio").status, 200);
  EXPECT_EQ(partner->get("/partners/utah").status, 404);
  EXPECT_EQ(cohort.round.dean("east")->get("/partners/ohio").status, 404);
  const std::string page = cohort.office->get(cohort.page).body;
  std::smatch end;
  ASSERT_TRUE(std::regex_search(page, end, std::regex("action=\"([^\"]*people/[^\"]*/end)\"")));
  EXPECT_EQ(cohort.office->submit(end[1]).status, 303);
  EXPECT_EQ(partner->get("/partners/ohio").status, 404);
  EXPECT_TRUE(house().log_tells("cohort.let_look"));
  EXPECT_TRUE(house().log_tells("cohort.end_look"));
}

TEST_P(Partners, WhatIsWrongIsSaidAndNothingIsHalfDone) {
  CohortUnderTest cohort(house());
  cohort.office->get(cohort.page);
  const Shown refused = cohort.office->submit(cohort.page + "/schools", {{"schools", "east nowhere"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("There is no school nowhere"));
  EXPECT_FALSE(cohort.office->get(cohort.page).says("School east"));
  for (const char* code : {"ohio", "No Good", ""}) {
    cohort.office->get("/office/cohorts/new");
    EXPECT_EQ(cohort.office->submit("/office/cohorts/new", {{"title", "Another"}, {"code", code}}).status,
              422)
        << code;
  }
  cohort.office->get(cohort.page);
  EXPECT_EQ(cohort.office->submit(cohort.page + "/people", {{"name", "P"}, {"email", "nobody"}}).status, 422);
  EXPECT_EQ(cohort.office->get("/office/cohorts/utah").status, 404);
}

}  // namespace
}  // namespace smm::web
