// SPDX-License-Identifier: Apache-2.0
// The action plan on the service: who reads and who changes it, what the next round's report tells of it, and
// that what a goal says is on no other page, in no log, and nowhere in clear.
#include "round_with_reports.hpp"

namespace smm::web {
namespace {

using assessment::OfficeRole;

SMM_ON_EACH_DATABASE(ActionPlanPages);

const std::string plan_of = "/rounds/2026/schools/r03/plan";
const std::string asked_about = "service-need-written";

// Words that are nowhere else.
constexpr const char* planned_words = "QUILLWORT in every clerkship";
constexpr const char* owner_words = "Dr. ZEPHYRANTH";
constexpr const char* measure_words = "The catalog of BRAMBLEWICK";
constexpr const char* result_words = "It FLOURISHED, said the board";

const Fields& whole_goal() {
  static const Fields fields = {{"text", planned_words}, {"area", "mission"},        {"owner", owner_words},
                                {"due", "2027-06-30"},   {"measure", measure_words}, {"person", ""}};
  return fields;
}

// The address of the only goal.
std::string goal_path(const Shown& plan, const std::string& path = plan_of) {
  const std::regex link("href=\"(" + path + "/[a-z0-9]{26})\"");
  std::smatch found;
  return std::regex_search(plan.body, found, link) ? found[1].str() : "";
}

void make_goal(BrowserUnderTest& by, const Fields& fields = whole_goal()) {
  by.get(plan_of + "/new");
  const Shown made = by.submit(plan_of, fields);
  EXPECT_EQ(made.status, 303) << made.body;
}

TEST_P(ActionPlanPages, OpenWithTheReportAndBeginEmpty) {
  RoundWithReports round(house());
  auto dean = round.dean("r03");
  EXPECT_EQ(dean->get(plan_of).status, 409);
  ASSERT_EQ(round.freeze().status, 303);
  const Shown page = dean->get(plan_of);
  EXPECT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("No goals yet"));
  EXPECT_TRUE(page.says(plan_of + "/new"));
  EXPECT_TRUE(dean->get("/rounds/2026/schools/r03/report").says("href=\"" + plan_of + "\""));
}

TEST_P(ActionPlanPages, KeepAGoalFromItsWordsToItsResult) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  make_goal(*dean);
  Shown plan = dean->get(plan_of);
  for (const char* words : {planned_words, owner_words, measure_words, "Mission", "2027-06-30", "planned"})
    EXPECT_TRUE(plan.says(words)) << words;
  const std::string goal = goal_path(plan);
  ASSERT_NE(goal, "");
  EXPECT_TRUE(dean->get(goal + "?state=done").says("value=\"done\" checked"));
  Fields done = whole_goal();
  done.insert(done.end(), {{"state", "done"}, {"result", ""}, {"ended", "2026-07-01"}});
  EXPECT_EQ(dean->submit(goal, done).status, 422);  // without a result
  done[7].second = result_words;
  EXPECT_EQ(dean->submit(goal, done).status, 303);
  plan = dean->get(plan_of);
  EXPECT_TRUE(plan.says(result_words));
  EXPECT_FALSE(plan.says("state=done"));
  EXPECT_TRUE(house().log_tells("goal.make"));
  EXPECT_TRUE(house().log_tells("goal.done"));
  const Shown report = dean->get("/rounds/2026/schools/r03/report");
  EXPECT_TRUE(report.says(planned_words));
  EXPECT_TRUE(report.says(result_words));
}

TEST_P(ActionPlanPages, TellWhatIsWrongAndKeepWhatWasTyped) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  dean->get(plan_of + "/new");
  const Shown empty = dean->submit(plan_of, {{"text", " "}, {"measure", measure_words}, {"due", "soon"}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.says("Write the day as"));
  EXPECT_TRUE(empty.says(measure_words));
  EXPECT_EQ(dean->submit(plan_of, {{"text", " "}}).status, 422);
  EXPECT_EQ(dean->submit(plan_of, {{"text", "a"}, {"area", "nowhere"}}).status, 422);
  EXPECT_TRUE(dean->get(plan_of).says("No goals yet"));
}

TEST_P(ActionPlanPages, LetNobodyOverwriteAColleague) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03"), again = round.dean("r03");
  make_goal(*dean);
  const std::string goal = goal_path(dean->get(plan_of));
  dean->get(goal);
  again->get(goal);
  Fields first = whole_goal(), second = whole_goal();
  first[0].second = "First";
  second[0].second = "Second";
  EXPECT_EQ(dean->submit(goal, first).status, 303);
  const Shown refused = again->submit(goal, second);
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.says("Second"));  // what was typed is not lost
  EXPECT_TRUE(again->get(plan_of).says("First"));
}

TEST_P(ActionPlanPages, MakeAMoveAGoal) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r04");
  const std::string plan = "/rounds/2026/schools/r04/plan";
  const Shown report = dean->get("/rounds/2026/schools/r04/report");
  ASSERT_TRUE(report.says("action=\"" + plan + "/new\"")) << "no move";
  const Shown form = dean->submit(plan + "/new");
  EXPECT_EQ(form.status, 200) << form.body;
  EXPECT_TRUE(form.says("value=\"" + asked_about + "\""));
  EXPECT_TRUE(form.says("Aims at the answer"));
  EXPECT_EQ(dean->submit(plan, {{"text", "Write it down"}}).status, 303);
  EXPECT_TRUE(dean->get(plan).says("What has the school set down about the people it serves"));
  EXPECT_EQ(dean->post(plan + "/new", {{"item", asked_about}, {"option", "no-such-answer"}}).status, 422);
}

// ---- The next round.

// A year later: everybody attests again, r04 with another answer.
void second_round(RoundWithReports& round, test::InstallationUnderTest& house) {
  round.open_round_of("2027");
  for (std::size_t at = 0; at < answering_schools; ++at)
    round.attest(school_code(at), at == 4 ? RoundUnderTest::Answers{{asked_about, "who-and-needs"}}
                                          : RoundUnderTest::Answers{});
  round.close();
  round.begin_checks();
  house.clock.pass(15 * base::one_day);
  ASSERT_EQ(round.freeze().status, 303);
}

TEST_P(ActionPlanPages, GoOnInTheNextRoundWhoseReportTellsWhatBecameOfThem) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r04");
  const std::string before = "/rounds/2026/schools/r04", after = "/rounds/2027/schools/r04";
  dean->get(before + "/report");
  dean->submit(before + "/plan/new");
  EXPECT_EQ(dean->submit(before + "/plan", {{"text", planned_words}}).status, 303);
  second_round(round, house());
  dean = round.dean("r04");  // the session of a year ago is over
  const Shown report = dean->get(after + "/report");
  EXPECT_EQ(report.status, 200) << report.body;
  EXPECT_TRUE(report.says("What became of earlier goals"));
  EXPECT_TRUE(report.says(planned_words));
  EXPECT_TRUE(report.says("<td>reached "));
  EXPECT_TRUE(dean->get(after + "/plan").says(planned_words));
  const Shown old = dean->get(before + "/plan");
  EXPECT_TRUE(old.says(planned_words));
  EXPECT_TRUE(old.says("as it stood"));
  EXPECT_FALSE(old.says("/plan/new"));
  dean->get(after + "/plan/new");
  EXPECT_EQ(dean->post(before + "/plan", {{"text", "Late"}}).status, 409);
  EXPECT_FALSE(round.dean("r05")->get("/rounds/2027/schools/r05/report").says(planned_words));
}

TEST_P(ActionPlanPages, TellPeopleOfAnEarlierRoundNothingNew) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  const std::string before = "/rounds/2026/schools/r04", after = "/rounds/2027/schools/r04";
  auto dean = round.dean("r04");
  dean->get(before + "/plan/new");
  EXPECT_EQ(dean->submit(before + "/plan", {{"text", planned_words}}).status, 303);
  second_round(round, house());
  dean = round.dean("r04");
  const std::string goal = goal_path(dean->get(after + "/plan"), after + "/plan");
  dean->get(goal);
  const Fields done = {
      {"text", planned_words}, {"state", "done"}, {"result", result_words}, {"ended", "2026-06-20"}};
  EXPECT_EQ(dean->submit(goal, done).status, 303);
  for (const char* page : {"/plan", "/report"}) {
    EXPECT_TRUE(dean->get(after + page).says(result_words)) << page;
    EXPECT_TRUE(dean->get(before + page).says(planned_words)) << page;
    EXPECT_FALSE(dean->get(before + page).says(result_words)) << page;
  }
}

// ---- Who, and where else.

TEST_P(ActionPlanPages, AreForTheSchoolsLeadersAlone) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  make_goal(*dean);
  const std::string goal = goal_path(dean->get(plan_of));
  using Roles = assessment::SchoolRole;
  auto coordinator = round.member("r03", Roles::coordinator);
  EXPECT_TRUE(coordinator->get(plan_of).says(planned_words));
  EXPECT_EQ(coordinator->get(goal).status, 200);
  auto reader = round.member("r03", Roles::reader);
  EXPECT_TRUE(reader->get(plan_of).says(planned_words));
  EXPECT_FALSE(reader->get(plan_of).says(goal));
  EXPECT_EQ(reader->get(goal).status, 403);
  EXPECT_EQ(reader->post(plan_of, whole_goal()).status, 403);
  for (const auto role : {Roles::author, Roles::affirmer, Roles::viewer})
    EXPECT_EQ(round.member("r03", role)->get(plan_of).status, 403) << to_string(role);
  EXPECT_EQ(round.dean("r05")->get(plan_of).status, 404);
  EXPECT_EQ(round.dean("r05")->get(goal).status, 404);
  for (const auto role : {OfficeRole::admin, OfficeRole::campaign_manager, OfficeRole::analyst})
    EXPECT_EQ(round.office(role)->get(plan_of).status, 403) << to_string(role);
  EXPECT_EQ(round.office(OfficeRole::data_steward)->get(plan_of).status, 404);
  // A goal is found on its own school's plan alone.
  const std::string elsewhere = "/rounds/2026/schools/r05/plan" + goal.substr(plan_of.size());
  EXPECT_EQ(round.dean("r05")->get(elsewhere).status, 404);
}

TEST_P(ActionPlanPages, SayNothingElsewhere) {
  RoundWithReports round(house());
  ASSERT_EQ(round.freeze().status, 303);
  auto dean = round.dean("r03");
  make_goal(*dean);
  const std::string goal = goal_path(dean->get(plan_of));
  dean->get(goal);
  Fields dropped = whole_goal();
  dropped.insert(dropped.end(), {{"state", "dropped"}, {"result", result_words}, {"ended", "2026-06-18"}});
  EXPECT_EQ(dean->submit(goal, dropped).status, 303);
  std::string elsewhere;
  for (const auto& kept : house().log())
    elsewhere += kept.entry.actor + kept.entry.action + kept.entry.subject + kept.entry.detail + "\n";
  elsewhere += house().database_bytes().value_or("");
  for (const char* path :
       {"/results/2026", "/rounds/2026/schools/r05/report", "/rounds/2026/schools/r05/plan"})
    elsewhere += round.dean("r05")->get(path).body;
  for (const char* path : {"/office", "/office/rounds/2026", "/office/rounds/2026/schools/r03"})
    elsewhere += round.office(OfficeRole::admin)->get(path).body;
  elsewhere += dean->get("/rounds/2026/schools/r03/log").body;
  for (const char* bird : {"QUILLWORT", "ZEPHYRANTH", "BRAMBLEWICK", "FLOURISHED"})
    EXPECT_EQ(elsewhere.find(bird), std::string::npos) << bird;
  EXPECT_NE(elsewhere.find("goal.drop"), std::string::npos);
}

}  // namespace
}  // namespace smm::web
