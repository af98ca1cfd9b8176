// SPDX-License-Identifier: Apache-2.0
// What anybody may read of a round: what was asked, how many took part, what is told of groups, how it is
// made, and who wants to be named.
#include "app/badges/list_school.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(PublicPages);

std::vector<app::RosterSchool> public_roster() {
  std::vector<app::RosterSchool> schools;
  for (const char* code : {"bay", "elm"}) {
    app::RosterSchool school;
    school.code = code;
    school.name = std::string("School of the ") + code;
    school.profession = "medicine";
    school.programmes = {"medicine_md"};
    school.contacts.dean = {"Dean", "dean@" + school.code + ".example"};
    school.frame = {"i" + school.code, "", "public", "NY", "", "small", "r1", "city"};
    schools.push_back(std::move(school));
  }
  return schools;
}

// Two schools that answered, and a frozen round that tells of them only that.
struct PublicRound : RoundUnderTest {
  explicit PublicRound(test::InstallationUnderTest& house)
      : RoundUnderTest(house, public_roster(),
                       [](const auto&, const auto&, const auto&) { return std::optional(48.1357); }) {
    for (const char* code : {"bay", "elm"}) attest(code);
    close();
    begin_checks();
    house.clock.pass(15 * base::one_day);
    EXPECT_EQ(freeze().status, 303);
  }
};

TEST_P(PublicPages, LeadFromResultsToQuestionsResourcesAndMethods) {
  PublicRound round(house());
  BrowserUnderTest anybody(round.service);
  const Shown results = anybody.get("/results/2026");
  EXPECT_EQ(results.status, 200);
  for (const char* href : {"/questions/smm-2026/mission", "/resources?area=mission", "/questions/smm-2026",
                           "/about/methods", "/sample-report"})
    EXPECT_TRUE(results.says("href=\"" + std::string(href) + "\"")) << href;
  EXPECT_FALSE(results.says("48.1"));

  const Shown index = anybody.get("/questions/smm-2026");
  EXPECT_EQ(index.status, 200) << index.body;
  EXPECT_TRUE(index.says("href=\"/questions/smm-2026/student-support\""));
  const Shown area = anybody.get("/questions/smm-2026/mission");
  EXPECT_EQ(area.status, 200) << area.body;
  EXPECT_TRUE(area.says("What has the school set down about the people it serves"));
  EXPECT_TRUE(area.says("Only with a named need can results be held against it."));
  EXPECT_EQ(anybody.get("/questions/smm-2026/about").status, 200);
  EXPECT_TRUE(anybody.get("/about/methods").says("no league table"));
  EXPECT_EQ(anybody.get("/questions/smm-2026/nowhere").status, 404);
  EXPECT_EQ(anybody.get("/questions/smm-1999").status, 404);
  EXPECT_TRUE(anybody.json("/questions/smm-2026/mission").says("service-need-written"));
}

TEST_P(PublicPages, ReachEveryQuestion) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  const auto shelved = house().installation().editions.edition("smm-2026");
  ASSERT_TRUE(shelved);
  const auto& edition = (*shelved)->edition;
  for (const auto& section : edition.sections) {
    const Shown page = anybody.get("/questions/smm-2026/" + section.id);
    EXPECT_EQ(page.status, 200) << section.id;
    for (const std::size_t item : section.items)
      EXPECT_TRUE(page.says("<article id=\"" + edition.items[item].id + "\"")) << edition.items[item].id;
  }
}

TEST_P(PublicPages, NameSchoolsThatWantToBeNamedAndNoOthers) {
  PublicRound round(house());
  BrowserUnderTest anybody(round.service);
  EXPECT_FALSE(anybody.get("/results/2026").says("School of the"));
  const auto sheet = round.sheet("elm");
  house().write([&](app::Records& records, base::Instant now) {
    records.badges.add(app::Listing{sheet.key(), now, records.people.by_email("dean@elm.example")->id});
  });
  const Shown results = anybody.get("/results/2026");
  EXPECT_TRUE(results.says("School of the elm"));
  EXPECT_FALSE(results.says("School of the bay"));
}

}  // namespace
}  // namespace smm::web
