// SPDX-License-Identifier: Apache-2.0
// From attested sheets to a frozen round: checks and questions, the freeze, what a dean compares, what an
// analyst reads; and that nobody's scores are in any of it but a school's own on its own page.
#include <fmt/format.h>

#include "benchmark/release.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

using assessment::OfficeRole;
using assessment::ParticipationState;

SMM_ON_EACH_DATABASE(FrozenRound);

constexpr std::size_t schools_in_all = 24;  // the last two never answer
constexpr std::size_t schools_answering = 22;

std::string code(std::size_t school) {
  return fmt::format("s{:02}", school);
}

// No two alike, and nobody writes such a number by chance.
double planted_score(std::size_t school, std::size_t area) {
  return 31.0537 + 2.2113 * static_cast<double>(school) +
         0.5371 * static_cast<double>((area * 7 + school) % 16);
}

app::RosterSchool school_of_roster(std::size_t at) {
  app::RosterSchool school;
  school.code = code(at);
  school.name = "School " + code(at);
  school.profession = "medicine";
  school.programmes = {"medicine_md"};
  school.contacts.dean = {"Dean of " + code(at), "dean@" + code(at) + ".example"};
  school.frame = {.institution_id = "i" + code(at),
                  .system_id = "",
                  .control = at % 2 == 0 ? "public" : "private",
                  .state = at % 3 == 0 ? "NY" : "GA",
                  .division = "",
                  .size = at % 3 == 1 ? "small" : "large",
                  .carnegie = at % 4 == 0 ? "r1" : "special",
                  .locale = "city"};
  return school;
}

std::vector<app::RosterSchool> roster_of_schools() {
  std::vector<app::RosterSchool> roster;
  for (std::size_t at = 0; at < schools_in_all; ++at) roster.push_back(school_of_roster(at));
  return roster;
}

// Closed: what deans sign are area scores that can be told from all others, area by area as they come.
class RoundToFreeze : public RoundUnderTest {
 public:
  explicit RoundToFreeze(test::InstallationUnderTest& house)
      : RoundUnderTest(house, roster_of_schools(),
                       [areas = std::vector<std::string>()](const std::string& school, const std::string&,
                                                            const std::string& area) mutable {
                         auto found = std::ranges::find(areas, area);
                         if (found == areas.end()) found = areas.insert(areas.end(), area);
                         return std::optional(planted_score(std::stoul(school.substr(1)),
                                                            static_cast<std::size_t>(found - areas.begin())));
                       }) {
    for (std::size_t at = 0; at < schools_answering; ++at) attest(at);
    close();
  }

  std::unique_ptr<BrowserUnderTest> dean(std::size_t school) { return RoundUnderTest::dean(code(school)); }
  app::OpenSheet sheet(std::size_t school) { return RoundUnderTest::sheet(code(school)); }
  void attest(std::size_t school) { RoundUnderTest::attest(code(school)); }
};

// Scores of others, with more decimals than any figure that is shown.
void expect_no_score_of_others(const std::string& body, std::size_t own) {
  for (std::size_t school = 0; school < schools_answering; ++school) {
    if (school == own) continue;
    for (std::size_t area = 0; area < 16; ++area)
      for (const std::string& form : {fmt::format("{:.4f}", planted_score(school, area)),
                                      fmt::format("{:.3f}", planted_score(school, area))})
        EXPECT_EQ(body.find(form), std::string::npos) << form << " of " << code(school);
  }
}

constexpr std::size_t nobody = 1000;
const std::string own_path = "/rounds/2026/schools/s03";

TEST_P(FrozenRound, ComparesNothingBeforeItIsFrozen) {
  RoundToFreeze round(house());
  auto dean = round.dean(3);
  EXPECT_EQ(dean->get(own_path + "/compare").status, 409);
  EXPECT_EQ(dean->get(own_path + "/release/table.csv").status, 409);
  auto analyst = round.office(OfficeRole::analyst);
  EXPECT_EQ(analyst->get("/office/rounds/2026/results").status, 409);
  EXPECT_EQ(round.freeze().status, 422);  // closed, not checked
  round.begin_checks();
  const Shown early = round.freeze();
  EXPECT_EQ(early.status, 422);
  EXPECT_TRUE(early.says("not over yet"));
  EXPECT_EQ(dean->get(own_path + "/compare").status, 409);
}

TEST_P(FrozenRound, TellsADeanWhereTheSchoolStandsAndNothingOfOthers) {
  RoundToFreeze round(house());
  round.begin_checks();
  house().clock.pass(15 * base::one_day);
  const Shown frozen = round.freeze();
  ASSERT_EQ(frozen.status, 303) << frozen.body;
  EXPECT_EQ(frozen.location(), "/office/rounds/2026/results?done=round_frozen");
  EXPECT_TRUE(house().log_tells("round.freeze"));

  auto dean = round.dean(3);
  for (const std::string query : {"", "?control=public", "?size=large&control=private"}) {
    dean->extra_headers.erase("Accept");
    const Shown page = dean->get(own_path + "/compare" + query);
    EXPECT_TRUE(page.status == 200 || page.status == 422) << query;
    expect_no_score_of_others(page.body, 3);
    dean->extra_headers["Accept"] = "application/json";
    expect_no_score_of_others(dean->get(own_path + "/compare" + query).body, 3);
  }
  dean->extra_headers.erase("Accept");
  const Shown page = dean->get(own_path + "/compare");
  EXPECT_TRUE(page.says("School s03"));
  EXPECT_TRUE(page.says(fmt::format("<strong>{:.1f}</strong>", planted_score(3, 0)))) << page.body;
  EXPECT_TRUE(page.says("bins 5 points wide"));

  std::string ten;
  for (std::size_t at = 4; at < 14; ++at) ten += "&peer=" + code(at);
  const Shown picked = dean->get(own_path + "/compare?" + ten.substr(1));
  EXPECT_EQ(picked.status, 200);
  EXPECT_TRUE(picked.says("your 10 picks"));
  const Shown nine = dean->get(own_path + "/compare?" + ten.substr(10));
  EXPECT_EQ(nine.status, 422);

  for (const char* file : {"release.json", "blocks.csv", "table.csv", "norms.csv", "spread.csv"}) {
    const Shown sent = dean->get(own_path + "/release/" + file);
    EXPECT_EQ(sent.status, 200) << file;
    expect_no_score_of_others(sent.body, nobody);
  }
  EXPECT_EQ(dean->get(own_path + "/release/smm.db").status, 404);

  // Those who did not answer get nothing.
  EXPECT_EQ(round.dean(23)->get("/rounds/2026/schools/s23/compare").status, 409);
  // The dean of another school does not see this page, nor does the office.
  EXPECT_EQ(round.dean(5)->get(own_path + "/compare").status, 404);
  EXPECT_EQ(round.office(OfficeRole::admin)->get(own_path + "/compare").status, 403);
}

TEST_P(FrozenRound, TellsAnAnalystOfGroupsOnly) {
  RoundToFreeze round(house());
  round.begin_checks();
  house().clock.pass(15 * base::one_day);
  ASSERT_EQ(round.freeze().status, 303);
  auto analyst = round.office(OfficeRole::analyst);
  const Shown page = analyst->get("/office/rounds/2026/results");
  EXPECT_EQ(page.status, 200);
  expect_no_score_of_others(page.body, nobody);
  const Shown norms = analyst->get("/office/rounds/2026/results/norms.csv");
  EXPECT_EQ(norms.status, 200);
  EXPECT_TRUE(norms.says("medicine"));
  for (const char* file : {"blocks.csv", "table.csv", "release.json"})
    EXPECT_EQ(analyst->get(std::string("/office/rounds/2026/results/") + file).status, 404) << file;
  EXPECT_EQ(round.dean(3)->get("/office/rounds/2026/results").status, 404);
}

TEST_P(FrozenRound, NeverChangesAgain) {
  RoundToFreeze round(house());
  round.begin_checks();
  house().clock.pass(15 * base::one_day);
  ASSERT_EQ(round.freeze().status, 303);
  const auto before = round.dean(3)->get(own_path + "/release/release.json").body;
  // A sheet that is attested again afterwards belongs to the next round.
  round.attest(3);
  round.attest(4);
  EXPECT_EQ(round.dean(3)->get(own_path + "/release/release.json").body, before);
  EXPECT_EQ(round.freeze().status, 422);
  auto manager = round.office(OfficeRole::campaign_manager);
  manager->get("/office/rounds/2026/schools/s05/reopen");
  EXPECT_EQ(manager->submit("/office/rounds/2026/schools/s05/reopen", {{"reason", "late"}}).status, 409);
  EXPECT_EQ(round.sheet(5).participation.state, ParticipationState::submitted);
  manager->get("/office/rounds/2026/open");
  EXPECT_EQ(manager->submit("/office/rounds/2026/open", {{"last_day", "2027-01-01"}}).status, 409);
}

TEST_P(FrozenRound, LetsTheStewardAskAndTheSchoolCorrect) {
  RoundToFreeze round(house());
  auto steward = round.office(OfficeRole::data_steward);
  round.begin_checks();
  EXPECT_NE(steward->get(own_path + "/checks").status, 200);  // no reason given yet
  steward->get("/office/rounds/2026/schools/s03/answers");
  EXPECT_EQ(
      steward->submit("/office/rounds/2026/schools/s03/answers", {{"reason", "a share looks odd"}}).status,
      303);
  EXPECT_EQ(steward->get(own_path + "/checks").status, 200);
  EXPECT_EQ(steward->submit(own_path + "/checks", {{"place", "3"}, {"text", " "}}).status, 422);
  EXPECT_EQ(steward->submit(own_path + "/checks", {{"place", "3"}, {"text", "Is 7 meant as 70?"}}).status,
            303);
  ASSERT_EQ(house().mails("check_question").size(), 1u);
  EXPECT_EQ(house().mails("check_question")[0].mail.text.find("meant as 70"), std::string::npos);

  auto dean = round.dean(3);
  const Shown asked = dean->get(own_path + "/checks");
  EXPECT_TRUE(asked.says("Is 7 meant as 70?"));
  std::smatch found;
  ASSERT_TRUE(
      std::regex_search(asked.body, found, std::regex("action=\"(" + own_path + "/checks/[a-z2-7]+)\"")));
  const std::string settle = found[1];
  EXPECT_EQ(steward->post(settle, {{"act", "correct"}}).status, 404);
  EXPECT_EQ(round.dean(5)->get(own_path + "/checks").status, 404);

  // The office sees which question and how it stands, never the words.
  auto manager = round.office(OfficeRole::campaign_manager);
  const Shown seen = manager->get("/office/rounds/2026/checks");
  EXPECT_EQ(seen.status, 200);
  EXPECT_TRUE(seen.says("School s03"));
  EXPECT_FALSE(seen.says("meant as 70"));

  EXPECT_EQ(dean->submit(settle, {{"act", "correct"}, {"reply", std::string(2001, 'x')}}).status, 422);
  dean->get(own_path + "/checks");
  EXPECT_EQ(dean->submit(settle, {{"act", "correct"}}).status, 303);
  EXPECT_EQ(round.sheet(3).participation.state, ParticipationState::reopened);
  EXPECT_EQ(dean->post(settle, {{"csrf", ""}}).status, 403);
  EXPECT_TRUE(house().log_tells("check.correct"));

  // What was attested last counts, although the sheet is open again.
  house().clock.pass(15 * base::one_day);
  ASSERT_EQ(round.freeze().status, 303);
  EXPECT_EQ(round.dean(3)->get(own_path + "/compare").status, 200);
}

TEST_P(FrozenRound, IsRefusedWhereASchoolLacksAVariable) {
  RoundToFreeze round(house());
  house().write([](app::Records& records, base::Instant) {
    auto school = *records.schools.by_code("s07");
    school.frame.carnegie = "";
    records.schools.change(school);
  });
  round.begin_checks();
  house().clock.pass(15 * base::one_day);
  const Shown refused = round.freeze();
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("s07"));
  EXPECT_EQ(round.dean(3)->get(own_path + "/compare").status, 409);
}

}  // namespace
}  // namespace smm::web
