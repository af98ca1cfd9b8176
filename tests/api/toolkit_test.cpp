// SPDX-License-Identifier: Apache-2.0
// What students, faculty and press offices find without signing in: rounds by program, letters, texts, and a
// calendar that other programs can read.
#include "app/rounds/manage_rounds.hpp"
#include "browser_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Toolkits);

void make_round_of(test::InstallationUnderTest& house, const std::string& code, const std::string& title,
                   const std::string& last_day, bool open) {
  app::Installation& installation = house.installation();
  EXPECT_TRUE(
      app::create_round(installation, {code, title, "smm-2026", "America/New_York", last_day}, "test"));
  if (!open) return;
  EXPECT_TRUE(app::open_round(installation, code, "", "test"));
}

std::vector<std::string> texts_in(const Shown& page) {
  std::vector<std::string> all;
  for (const std::string& area : all_between(page.body, "<textarea", "</textarea>"))
    all.push_back(area.substr(area.find('>') + 1));
  return all;
}

// As a mail program reads the query of a mailto link.
std::string unescaped_query(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      plain += text[i];
      continue;
    }
    plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  return plain;
}

TEST_P(Toolkits, TellWhetherARoundIsOpenForEachProgram) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  EXPECT_TRUE(anybody.get("/toolkit").says("No round has been opened here yet."));
  make_round_of(house(), "2026", "Round of 2026", "2026-10-31", true);
  make_round_of(house(), "secret", "Round in preparation", "2027-10-31", false);
  make_round_of(house(), "early", "Round that is over", "2026-07-01", true);
  house().clock.pass(30 * base::one_day);
  const Shown page = anybody.get("/toolkit");
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("Doctor of Medicine (MD)"));
  EXPECT_TRUE(page.says("Oct 31, 2026 (America/New_York)"));
  EXPECT_TRUE(page.says(">Round that is over<"));
  EXPECT_FALSE(page.says("Round in preparation"));
  const std::string letter = texts_in(page).front();
  EXPECT_NE(letter.find("Round of 2026 is open until Oct 31, 2026."), std::string::npos) << letter;
  EXPECT_EQ(letter.find("Round that is over"), std::string::npos);
}

TEST_P(Toolkits, GiveLettersToAMailProgramAndKeepNothing) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  make_round_of(house(), "2026", "Round & \"quotes\"", "2026-10-31", true);
  const std::size_t told = house().log().size();
  const Shown page = anybody.get("/toolkit");
  const auto subject = first_between(page.body, "href=\"mailto:?subject=", "&amp;body=");
  const auto text = first_between(page.body, "&amp;body=", "\"");
  ASSERT_TRUE(subject && text);
  EXPECT_EQ(unescaped_query(*subject), "Will our school take part in Social Mission Metrics?");
  const std::string body = unescaped_query(*text);
  EXPECT_NE(body.find("Round & \"quotes\" is open until"), std::string::npos) << body;
  EXPECT_NE(body.find("https://metrics.example.org/questions\r\n"), std::string::npos) << body;
  EXPECT_LT(text->size(), 1900U) << "some mail programs cut links off after 2,000 letters";
  EXPECT_EQ(page.body.find("<form"), std::string::npos);
  EXPECT_EQ(house().log().size(), told);
  EXPECT_TRUE(anybody.cookies.empty());
}

TEST_P(Toolkits, HaveShortTextsThatAreShort) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  make_round_of(house(), "2026", std::string(200, 'x'), "2026-09-30", true);
  const auto texts = texts_in(anybody.get("/toolkit"));
  ASSERT_EQ(texts.size(), 6U);
  for (std::size_t i = 3; i < texts.size(); ++i) {
    EXPECT_LE(texts[i].size(), 280U) << texts[i];
    EXPECT_NE(texts[i].find("https://metrics.example.org/"), std::string::npos);
  }
}

TEST_P(Toolkits, HaveACalendarOfFirstAndLastDays) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  make_round_of(house(), "2026", "Round; of, 2026", "2026-10-31", true);
  make_round_of(house(), "secret", "Round in preparation", "2027-10-31", false);
  house().clock.pass(40 * base::one_day);
  EXPECT_TRUE(app::open_round(house().installation(), "2026", "2026-11-30", "test").ok() == false);
  EXPECT_TRUE(app::close_round(house().installation(), "2026", "test"));
  EXPECT_TRUE(app::open_round(house().installation(), "2026", "2026-11-30", "test"));
  const Shown file = anybody.get("/toolkit/calendar.ics");
  ASSERT_EQ(file.status, 200);
  EXPECT_EQ(file.headers.value("Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_TRUE(file.says("UID:2026-opens@metrics.example.org\r\n"));
  EXPECT_TRUE(file.says(
      "DTSTART;VALUE=DATE:20260618\r\nDTEND;VALUE=DATE:20260619\r\nSUMMARY:Round\\; of\\, 2026 opens\r\n"));
  EXPECT_TRUE(file.says("DTSTART;VALUE=DATE:20261130\r\n"));
  EXPECT_FALSE(file.says("20261031"));
  EXPECT_FALSE(file.says("preparation"));
  EXPECT_TRUE(anybody.get("/toolkit").says("href=\"/toolkit/calendar.ics\""));
}

TEST_P(Toolkits, AreFoundFromTheFirstPage) {
  const ServiceUnderTest service(house());
  BrowserUnderTest anybody(service);
  const Shown page = anybody.get("/sign-in");
  for (const char* path : {"/toolkit", "/questions", "/about/methods"})
    EXPECT_TRUE(page.says("href=\"" + std::string(path) + "\"")) << path;
  const Shown questions = anybody.get("/questions");
  EXPECT_EQ(questions.location(), "/questions/smm-2026") << questions.body;
}

}  // namespace
}  // namespace smm::web
