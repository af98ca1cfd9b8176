// SPDX-License-Identifier: Apache-2.0
// Stories: offered by a dean with an explicit word, judged by an office that sees nothing else of the school,
// read by anybody in the order of schools' names, and taken back at any time.
#include "round_with_reports.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Stories);

using assessment::OfficeRole;
using assessment::SchoolRole;

const std::string story_words = "evening-clinic-story " + std::string(300, 'a') + "\r\n\r\nSecond paragraph";

std::string stories_of_school(const std::string& school) {
  return "/rounds/2026/schools/" + school + "/stories";
}

using StoryFields = std::vector<std::pair<std::string, std::string>>;

StoryFields told_by_form(const std::string& title, const std::string& area) {
  return {{"area", area},
          {"title", title},
          {"text", story_words},
          {"contact", "clinic@r.example"},
          {"consent", "yes"}};
}

std::string first_link(const Shown& page, const std::string& pattern) {
  std::smatch found;
  EXPECT_TRUE(std::regex_search(page.body, found, std::regex("href=\"(" + pattern + ")\""))) << pattern;
  return found[1];
}

// An id of an area of the edition.
std::string some_area(RoundWithReports& round) {
  for (const auto& section : round.sheet("r03").edition->edition.sections)
    if (section.kind == instrument::SectionKind::area) return section.id;
  return "";
}

void offer(RoundWithReports& round, const std::string& school, const std::string& title) {
  auto dean = round.dean(school);
  const std::string path = stories_of_school(school) + "/new";
  dean->get(path);
  const Shown answer = dean->submit(path, told_by_form(title, some_area(round)));
  EXPECT_EQ(answer.status, 303) << answer.body;
}

// The office decides about the story that waits longest.
void judge(BrowserUnderTest& office, const StoryFields& fields) {
  const std::string story = first_link(office.get("/office/stories"), "/office/stories/[^\"]+");
  office.get(story);
  EXPECT_EQ(office.submit(story, fields).status, 303);
}

TEST_P(Stories, NeedTheDeansExplicitWord) {
  RoundWithReports round(house());
  auto dean = round.dean("r03");
  const std::string path = stories_of_school("r03") + "/new";
  auto fields = told_by_form("Evening clinic", some_area(round));
  fields.pop_back();
  dean->get(path);
  const Shown refused = dean->submit(path, fields);
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("Say that the story may be published"));
  EXPECT_TRUE(refused.says("evening-clinic-story"));  // nothing typed is lost
  fields = told_by_form("", "nowhere");
  dean->get(path);
  EXPECT_EQ(dean->submit(path, fields).status, 422);
  EXPECT_FALSE(dean->get(stories_of_school("r03")).says("Evening clinic"));
  auto coordinator = round.member("r03", SchoolRole::coordinator);
  EXPECT_EQ(coordinator->get(path).status, 403);
}

TEST_P(Stories, ArePublishedByAnOfficeThatSeesNothingElse) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  EXPECT_FALSE(BrowserUnderTest(round.service).get("/resources").says("Evening clinic"));
  auto office = round.office(OfficeRole::campaign_manager);
  EXPECT_TRUE(office->get("/office").says("/office/stories"));
  const std::string story = first_link(office->get("/office/stories"), "/office/stories/[^\"]+");
  const Shown read = office->get(story);
  EXPECT_TRUE(read.says("evening-clinic-story"));
  expect_no_canary(read.body, "what the office reads");
  EXPECT_EQ(office->submit(story).status, 422);  // undecided
  office->get(story);
  EXPECT_EQ(office->submit(story, {{"decision", "publish"}}).status, 303);
  BrowserUnderTest anybody(round.service);
  const Shown library = anybody.get("/resources");
  EXPECT_TRUE(library.says("Evening clinic"));
  const Shown page = anybody.get(first_link(library, "/stories/[^\"]+"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("<p>Second paragraph</p>"));
  EXPECT_TRUE(page.says("School r03"));
  EXPECT_EQ(house().mails("story_published").size(), 1U);
  EXPECT_TRUE(house().log_tells("story.offer"));
  EXPECT_TRUE(house().log_tells("story.publish"));
}

TEST_P(Stories, AreFoundByAreaAndWords) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  auto office = round.office(OfficeRole::admin);
  judge(*office, {{"decision", "publish"}});
  BrowserUnderTest anybody(round.service);
  for (const std::string& query :
       {"area=" + some_area(round), std::string("profession=medicine"), std::string("words=CLINIC+r03")})
    EXPECT_TRUE(anybody.get("/resources?" + query).says("Evening clinic")) << query;
  for (const char* query : {"profession=nursing", "kind=guide", "words=harbor", "area=nowhere&words=harbor"})
    EXPECT_FALSE(anybody.get(std::string("/resources?") + query).says("Evening clinic")) << query;
}

TEST_P(Stories, StandInReportsByTheNamesOfSchools) {
  RoundWithReports round(house());
  for (const char* school : {"r09", "r02", "r05"}) offer(round, school, std::string("Story of ") + school);
  auto office = round.office(OfficeRole::campaign_manager);
  for (int each = 0; each < 3; ++each) judge(*office, {{"decision", "publish"}});
  ASSERT_EQ(round.freeze().status, 303);
  const std::string report = round.dean("r03")->get("/rounds/2026/schools/r03/report").body;
  const std::string library = BrowserUnderTest(round.service).get("/resources").body;
  for (const std::string& page : {report, library}) {
    const auto second = page.find("Story of r02");
    const auto fifth = page.find("Story of r05");
    ASSERT_NE(second, std::string::npos);
    ASSERT_NE(fifth, std::string::npos);
    EXPECT_LT(second, fifth);
    EXPECT_LT(fifth, page.find("Story of r09"));
  }
}

TEST_P(Stories, GoBackWithAReasonAndComeAgain) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  auto office = round.office(OfficeRole::campaign_manager);
  const std::string waiting = first_link(office->get("/office/stories"), "/office/stories/[^\"]+");
  office->get(waiting);
  EXPECT_EQ(office->submit(waiting, {{"decision", "return"}}).status, 422);  // without a reason
  judge(*office, {{"decision", "return"}, {"reason", "Name no patient"}});
  EXPECT_EQ(house().mails("story_returned").size(), 1U);
  auto dean = round.dean("r03");
  const Shown own = dean->get(stories_of_school("r03"));
  EXPECT_TRUE(own.says("Name no patient"));
  const std::string change = first_link(own, stories_of_school("r03") + "/[0-9a-z]{26}");
  EXPECT_TRUE(dean->get(change).says("evening-clinic-story"));
  EXPECT_EQ(dean->submit(change, told_by_form("Clinic, again", some_area(round))).status, 303);
  EXPECT_TRUE(office->get("/office/stories").says("Clinic, again"));
}

TEST_P(Stories, AreJudgedAsTheyWereRead) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  auto office = round.office(OfficeRole::campaign_manager);
  const std::string story = first_link(office->get("/office/stories"), "/office/stories/[^\"]+");
  office->get(story);
  auto dean = round.dean("r03");
  const std::string change =
      first_link(dean->get(stories_of_school("r03")), stories_of_school("r03") + "/[0-9a-z]{26}");
  dean->get(change);
  EXPECT_EQ(dean->submit(change, told_by_form("Changed meanwhile", some_area(round))).status, 303);
  EXPECT_EQ(office->submit(story, {{"decision", "publish"}}).status, 409);
  EXPECT_FALSE(BrowserUnderTest(round.service).get("/resources").says("Changed meanwhile"));
}

TEST_P(Stories, TakenBackAreGoneEverywhere) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  judge(*round.office(OfficeRole::campaign_manager), {{"decision", "publish"}});
  BrowserUnderTest anybody(round.service);
  const std::string page = first_link(anybody.get("/resources"), "/stories/[^\"]+");
  auto dean = round.dean("r03");
  const std::string withdraw =
      first_link(dean->get(stories_of_school("r03")), stories_of_school("r03") + "/[0-9a-z]{26}/withdraw");
  dean->get(withdraw);
  EXPECT_EQ(dean->submit(withdraw).status, 303);
  EXPECT_EQ(anybody.get(page).status, 404);
  EXPECT_FALSE(anybody.get("/resources").says("Evening clinic"));
  EXPECT_TRUE(dean->get(stories_of_school("r03")).says("A story that was taken back"));
  house().read<bool>([](app::Records& records) {
    for (const auto& story : records.stories.in_state(assessment::StoryState::withdrawn))
      EXPECT_EQ(story.words.text + story.words.title + story.words.contact, "");
    return true;
  });
  EXPECT_TRUE(house().log_tells("story.withdraw"));
}

TEST_P(Stories, OfAnotherSchoolCannotBeTouched) {
  RoundWithReports round(house());
  offer(round, "r03", "Evening clinic");
  const std::string own = first_link(round.dean("r03")->get(stories_of_school("r03")),
                                     stories_of_school("r03") + "/[0-9a-z]{26}");
  const std::string id = own.substr(own.rfind('/') + 1);
  auto rival = round.dean("r05");
  const std::string guess = stories_of_school("r05") + "/" + id;
  EXPECT_EQ(rival->get(guess).status, 404);
  rival->get(stories_of_school("r05") + "/new");
  EXPECT_EQ(rival->post(guess, told_by_form("Mine now", some_area(round))).status, 404);
  EXPECT_EQ(rival->post(guess + "/withdraw").status, 404);
  EXPECT_EQ(BrowserUnderTest(round.service).get("/stories/" + id).status, 404);  // not published yet
}

}  // namespace
}  // namespace smm::web
