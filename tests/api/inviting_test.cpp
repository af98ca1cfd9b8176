// SPDX-License-Identifier: Apache-2.0
// The office looks before it sends. Requirements:
//   1 the page says who would be invited, who has no address, who is in already, and sends nothing
//   2 the mail is shown with a dead link, in words and as HTML that runs nothing
//   3 the button does what the page said
//   4 a code that the roster does not have, and a closed round, are refused
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Inviting);

using assessment::OfficeRole;

app::RosterSchool asked_school(const std::string& code, const std::string& email) {
  app::RosterSchool school = test::medical_school(code);
  school.contacts.dean.email = email;
  return school;
}

// EAST is in round 2026 already; WEST came to the roster since, and SOUTH has no address.
class RoundToInvite {
 public:
  explicit RoundToInvite(test::InstallationUnderTest& house)
      : round(house, {asked_school("east", "dean@east.example")}, nobody_scored),
        office(round.office(OfficeRole::campaign_manager)) {
    EXPECT_TRUE(app::import_roster(house.installation(),
                                   {asked_school("west", "dean@west.example"), asked_school("south", "")},
                                   "test", false));
    house.clock.pass(base::one_second);  // the latest mail is the newest
  }

  RoundUnderTest round;
  std::unique_ptr<BrowserUnderTest> office;
  const std::string path = "/office/rounds/2026/invite";
};

// What stands between two texts of a page.
std::string between(const Shown& page, const std::string& from, const std::string& to) {
  const std::size_t begin = page.body.find(from);
  return begin == std::string::npos ? "" : page.body.substr(begin, page.body.find(to, begin) - begin);
}

TEST_P(Inviting, ShowsFirstWhatItWouldDo) {  // 1, 3
  RoundToInvite asked(house());
  const Shown plan = asked.office->get(asked.path);
  EXPECT_TRUE(plan.says("Invite one school"));
  EXPECT_NE(between(plan, "<caption>Will be invited", "</table>").find("dean@west.example"),
            std::string::npos);
  EXPECT_NE(between(plan, "<caption>Have no address", "</table>").find("School south"), std::string::npos);
  EXPECT_NE(between(plan, "<caption>Were invited before", "</table>").find("School east"), std::string::npos);
  EXPECT_EQ(house().mails("school_invitation").size(), 1U) << "nothing was sent";
  EXPECT_EQ(asked.office->submit(asked.path).location(), "/office/rounds/2026?done=schools_invited");
  const auto mails = house().mails("school_invitation");
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails.front().mail.to.address, "dean@west.example");
  EXPECT_TRUE(asked.office->get(asked.path).says("Nobody is left to invite"));
}

TEST_P(Inviting, ShowsTheMailWithADeadLink) {  // 2
  RoundToInvite asked(house());
  const Shown page = asked.office->get(asked.path + "/preview?school=west");
  EXPECT_TRUE(page.says("School west: your invitation to Round 2026"));
  EXPECT_TRUE(page.says("Dean of west &lt;dean@west.example&gt;"));
  EXPECT_TRUE(page.says("https://metrics.example.org/link/preview"));
  const Shown html = asked.office->get(asked.path + "/preview/html?school=west");
  EXPECT_TRUE(html.says("<a class=\"button\" href=\"https://metrics.example.org/link/preview\">"));
  EXPECT_NE(html.headers.value("Content-Security-Policy").find("sandbox"), std::string_view::npos);
  EXPECT_EQ(asked.office->get("/link/preview").status, 404);
  EXPECT_EQ(asked.office->get(asked.path + "/preview?school=nowhere").status, 404);
  EXPECT_EQ(house().mails("school_invitation").size(), 1U) << "nothing was sent";
}

TEST_P(Inviting, ShowsWhatIsThenSent) {
  RoundToInvite asked(house());
  const std::string shown =
      app::preview_invitation(house().installation(), house().pages(), "2026", "west").value().text;
  asked.office->get(asked.path);
  asked.office->submit(asked.path);
  const auto mail = house().mails("school_invitation").front().mail;
  EXPECT_EQ(std::regex_replace(mail.text, std::regex(test::token_in(mail)), "preview"), shown);
  EXPECT_EQ(mail.text.find("Dean of west", mail.text.find("Dean of west") + 1), std::string::npos)
      << "greeted once: " << mail.text;
}

TEST_P(Inviting, RefusesWhatCannotBe) {  // 4
  RoundToInvite asked(house());
  const auto code = [&](const std::string& round, const std::vector<std::string>& codes) {
    const auto plan = app::plan_invitations(house().installation(), round, codes);
    return plan ? std::string("none") : std::string(plan.problems().front().code);
  };
  EXPECT_EQ(code("2026", {"west"}), "none");
  EXPECT_EQ(code("2026", {"west", "nowhere"}), "not_there");
  EXPECT_EQ(code("1999", {}), "round_not_found");
  asked.office->get(asked.path);
  asked.round.close();
  EXPECT_EQ(code("2026", {}), "round_not_open");
  EXPECT_EQ(asked.office->post(asked.path).status, 409);
  EXPECT_EQ(house().mails("school_invitation").size(), 1U);
}

}  // namespace
}  // namespace smm::web
