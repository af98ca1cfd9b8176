// SPDX-License-Identifier: Apache-2.0
// Invitations by post, from the office's page to the dean's browser. Requirements:
//   1 a code works once, is typed in any way, and looking uses nothing up
//   2 it ends with its round, lives on when the round is extended, and dies with the dean's part
//   3 it is kept nowhere: neither in the database nor in a log, which tells that a letter was printed
//   4 guessing is slowed down, from one address and from all together
//   5 who has answered gets no letter; without Chromium the page says so
#include "app/rounds/school_people.hpp"
#include "app/rounds/take_part.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(PostedLetters);

using assessment::OfficeRole;

app::RosterSchool posted_school(const std::string& code, const std::string& address) {
  app::RosterSchool school = test::medical_school(code);
  school.name = "School <" + code + ">";
  school.contacts.address = address;
  return school;
}

class PostedRound {
 public:
  explicit PostedRound(test::InstallationUnderTest& house)
      : round(house, {posted_school("east", "1 Main St, Salem, OR 97301"), posted_school("west", "")},
              nobody_scored),
        office(round.office(OfficeRole::campaign_manager)) {}

  // Codes by the order of schools' codes.
  std::vector<std::string> print(const std::string& path = "/office/rounds/2026/letters") {
    office->get(path);
    const Shown printed = office->submit(path, {{"as", "page"}});
    EXPECT_EQ(printed.status, 200) << printed.body;
    page = printed.body;
    const std::regex code("letter-code\">([^<]+)<");
    std::vector<std::string> codes;
    for (std::sregex_iterator it(page.begin(), page.end(), code), end; it != end; ++it)
      codes.push_back((*it)[1]);
    return codes;
  }

  // Types a code, and presses the button of the page after it.
  Shown open(BrowserUnderTest& browser, const std::string& typed) {
    browser.get("/letter");
    const Shown seen = browser.submit("/letter", {{"code", typed}});
    return seen.status == 200 ? browser.submit("/letter/open") : seen;
  }

  RoundUnderTest round;
  std::unique_ptr<BrowserUnderTest> office;
  std::string page;
};

TEST_P(PostedLetters, OpenTheInvitationOnce) {  // 1
  PostedRound posted(house());
  const auto codes = posted.print();
  ASSERT_EQ(codes.size(), 2U);
  BrowserUnderTest browser(posted.round.service), other(posted.round.service);
  std::string typed = " " + codes[0];
  typed[typed.find('-')] = ' ';
  browser.get("/letter");
  for (int i = 0; i < 3; ++i) {
    const Shown seen = browser.post("/letter", {{"code", typed}});
    EXPECT_EQ(seen.status, 200);
    EXPECT_TRUE(seen.says("d•••@east.example"));
    EXPECT_TRUE(seen.says("School &lt;east&gt;"));
  }
  EXPECT_TRUE(browser.cookies.empty());
  EXPECT_EQ(posted.open(browser, typed).location(), "/rounds/2026/schools/east");
  EXPECT_EQ(browser.get("/rounds/2026/schools/east").status, 200);
  EXPECT_EQ(browser.get("/rounds/2026/schools/west").status, 404);
  // Typed again: here it leads on, elsewhere a link is offered to the same person.
  EXPECT_EQ(posted.open(browser, codes[0]).location(), "/rounds/2026/schools/east");
  EXPECT_EQ(posted.open(other, codes[0]).status, 410);
  EXPECT_EQ(other.submit("/letter/again").status, 200);
  EXPECT_EQ(house().mails("sign_in", 1).front().mail.to.address, "dean@east.example");
  EXPECT_EQ(posted.open(other, "7K3M-Q2XW-9ATR").status, 422);
}

TEST_P(PostedLetters, AreNoMailedLinksNorTheOtherWayRound) {
  PostedRound posted(house());
  const auto codes = posted.print();
  BrowserUnderTest browser(posted.round.service);
  EXPECT_EQ(browser.get("/link/" + codes[0]).status, 404);
  EXPECT_EQ(browser.get("/link/" + std::regex_replace(codes[0], std::regex("-"), "")).status, 404);
  const std::string token = test::token_in(house().mails("school_invitation").front().mail);
  EXPECT_EQ(posted.open(browser, token).status, 422);
}

TEST_P(PostedLetters, LiveAsLongAsTheRound) {  // 2
  PostedRound posted(house());
  const auto codes = posted.print();
  BrowserUnderTest browser(posted.round.service), later(posted.round.service);
  posted.round.close();
  EXPECT_EQ(posted.open(browser, codes[0]).status, 410);
  EXPECT_EQ(posted.office->post("/office/rounds/2026/letters").status, 409);
  ASSERT_TRUE(app::open_round(house().installation(), "2026", "2027-01-31", "test"));
  house().clock.pass(200 * base::one_day);
  EXPECT_EQ(posted.open(browser, codes[0]).location(), "/rounds/2026/schools/east");
  house().clock.pass(60 * base::one_day);
  EXPECT_EQ(posted.open(later, codes[1]).status, 410) << "the last day is over";
}

TEST_P(PostedLetters, DieWithTheDeansPart) {  // 2
  PostedRound posted(house());
  const auto codes = posted.print();
  const auto sheet = posted.round.sheet("east").key();
  house().write([&](app::Records& records, base::Instant now) {
    const auto member = records.rounds.memberships(sheet).front();
    records.rounds.end(member, now);
    records.sessions.end_links(member.person, sheet.school, now);
  });
  BrowserUnderTest browser(posted.round.service);
  EXPECT_EQ(posted.open(browser, codes[0]).status, 410);
  EXPECT_TRUE(browser.cookies.empty());
}

TEST_P(PostedLetters, LeaveNoCodeBehind) {  // 3
  PostedRound posted(house());
  const auto codes = posted.print();
  const auto again = posted.print();
  EXPECT_NE(codes, again) << "the same letter cannot be printed twice";
  BrowserUnderTest first(posted.round.service), second(posted.round.service);
  EXPECT_EQ(posted.open(first, codes[0]).status, 303);
  EXPECT_EQ(posted.open(second, again[0]).status, 303);
  int told = 0;
  for (const auto& kept : house().log()) {
    if (kept.entry.action == "school.letter") ++told;
    for (const std::string& code : codes)
      EXPECT_EQ((kept.entry.subject + kept.entry.detail).find(code), std::string::npos);
  }
  EXPECT_EQ(told, 4);
  if (const auto bytes = house().database_bytes()) {
    for (std::string code : {codes[0], codes[1], again[1]}) {
      EXPECT_EQ(bytes->find(code), std::string::npos);
      EXPECT_EQ(bytes->find(std::regex_replace(code, std::regex("-"), "")), std::string::npos);
    }
  }
}

TEST_P(PostedLetters, AreNotGuessed) {  // 4
  PostedRound posted(house());
  BrowserUnderTest browser(posted.round.service);
  const Fields guess = {{"code", "7K3M-Q2XW-9ATR"}};
  for (int i = 0; i < 15; ++i) EXPECT_EQ(browser.post("/letter", guess).status, 422);
  const Shown wait = browser.post("/letter", guess);
  EXPECT_EQ(wait.status, 429);
  EXPECT_EQ(wait.headers.value("Retry-After"), "60");
  EXPECT_EQ(browser.post("/letter/open", guess).status, 429);
  EXPECT_EQ(browser.post("/letter/again", guess).status, 429);
  // From many addresses: all wait, but never longer than a minute.
  Shown last;
  for (int i = 0; i < 201; ++i) {
    browser.address = "198.51." + std::to_string(i / 200) + "." + std::to_string(i % 200);
    last = browser.post("/letter", guess);
  }
  EXPECT_EQ(last.status, 429);
  EXPECT_EQ(last.headers.value("Retry-After"), "60");
  house().clock.pass(base::one_minute);
  EXPECT_EQ(browser.post("/letter", guess).status, 422);
}

TEST_P(PostedLetters, SayWhatADeanHasToKnow) {
  PostedRound posted(house());
  posted.print();
  for (const char* words :
       {"Dean of east", "School &lt;east&gt;", "1 Main St", "Salem, OR 97301", "Oct 31, 2026",
        "https://metrics.example.org/letter", "https://metrics.example.org/sample-report",
        "d•••@east.example", "office@metrics.example.org", "Jun 18, 2026"})
    EXPECT_NE(posted.page.find(words), std::string::npos) << words;
  EXPECT_EQ(posted.page.find("<script"), std::string::npos);
  EXPECT_TRUE(posted.office->get("/office/rounds/2026/letters").says("none in the roster"));
}

TEST_P(PostedLetters, AreForWhoHasNotAnswered) {  // 5
  PostedRound posted(house());
  const auto sheet = posted.round.sheet("west");
  house().write([&](app::Records& records, base::Instant) {
    auto part = *records.rounds.participation(sheet.key(), true);
    part.state = assessment::ParticipationState::accepted;
    records.rounds.change(part);
  });
  EXPECT_EQ(posted.print().size(), 1U);
  EXPECT_EQ(posted.print("/office/rounds/2026/schools/east/letter").size(), 1U);
  EXPECT_TRUE(
      posted.office->get("/office/rounds/2026/schools/west/letter").says("Nobody waits for a letter"));
  EXPECT_NE(posted.office->post("/office/rounds/2026/schools/west/letter").status, 200);
  EXPECT_EQ(posted.office->get("/office/rounds/1999/letters").status, 404);
}

TEST_P(PostedLetters, SayWhenThereIsNoPdf) {  // 5
  PostedRound posted(house());
  posted.office->get("/office/rounds/2026/letters");
  const Shown refused = posted.office->submit("/office/rounds/2026/letters", {{"as", "pdf"}});
  EXPECT_EQ(refused.status, 503);
  EXPECT_TRUE(refused.says("Chromium"));
  EXPECT_FALSE(house().log_tells("school.letter")) << "nothing was printed";
}

TEST_P(PostedLetters, AreShownBeforehandWithADeadCode) {
  PostedRound posted(house());
  const Shown sample = posted.office->get("/office/rounds/2026/letters/preview?school=east");
  EXPECT_TRUE(sample.says("XXXX-XXXX-XXXX"));
  EXPECT_TRUE(sample.says("Its code opens nothing"));
  EXPECT_TRUE(sample.headers.value("Content-Security-Policy").find("sandbox") != std::string_view::npos);
  EXPECT_FALSE(house().log_tells("school.letter"));
  BrowserUnderTest browser(posted.round.service);
  EXPECT_EQ(posted.open(browser, "XXXX-XXXX-XXXX").status, 422);
  EXPECT_EQ(posted.office->get("/office/rounds/2026/letters/preview?school=nowhere").status, 404);
}

}  // namespace
}  // namespace smm::web
