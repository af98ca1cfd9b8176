// SPDX-License-Identifier: Apache-2.0
// The dashboard of a round, from the first mail to a submitted sheet: counts of schools that the office sees,
// and nobody else.
#include "app/people/start_session.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "browser_under_test.hpp"
#include "medical_school.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(RoundsDashboard);

app::RosterSchool invited_school(const std::string& code, const std::string& state,
                                 const std::string& control) {
  app::RosterSchool school = test::medical_school(code);
  school.frame.institution_id = "i" + code;
  school.frame.state = state;
  school.frame.control = control;
  return school;
}

class InvitedRound {
 public:
  explicit InvitedRound(test::InstallationUnderTest& house) : service(house), house_(house) {
    app::Installation& installation = house.installation();
    EXPECT_TRUE(app::import_roster(
        installation,
        {invited_school("east", "NY", "public"), invited_school("north", "OH", "public"),
         invited_school("south", "GA", "private"), invited_school("west", "OH", "private")},
        "test", false));
    EXPECT_TRUE(app::create_round(
        installation, {"2026", "Round 2026", "smm-2026", "America/New_York", "2026-10-31"}, "test"));
    EXPECT_TRUE(app::open_round(installation, "2026", "", "test"));
    EXPECT_TRUE(app::invite_schools(installation, house.pages(), "2026", {}, "test"));
  }

  Shown page(assessment::OfficeRole role, const std::string& below = "/progress") {
    const std::string name(to_string(role));
    const app::Person person = house_.add_person(name, name + "@office.example");
    BrowserUnderTest browser(service);
    house_.write([&](app::Records& records, base::Instant now) {
      records.people.grant(person.id, role, now);
      browser.cookies["__Host-smm"] =
          app::start_session(*house_, records, person, {"link", true}, {"192.0.2.1", "Firefox/128.0"}, now)
              .token;
    });
    return browser.get("/office/rounds/2026" + below);
  }

  // What became of the mails to a school, and of its part.
  void mail(const std::string& code, app::MailState state, bool bounced = false) {
    change(code, [&](app::Records& records, assessment::Participation& part, base::Instant now) {
      for (auto& each : records.outbox.about(part.round, part.school)) {
        each.state = state;
        if (bounced) each.bounced = now;
        records.outbox.change(each);
      }
    });
  }

  void part(const std::string& code, assessment::ParticipationState state) {
    change(code, [&](app::Records&, assessment::Participation& part, base::Instant now) {
      part.state = state;
      part.accepted_at = now;
      ++part.version;
    });
  }

  const ServiceUnderTest service;

 private:
  template <class Act>
  void change(const std::string& code, const Act& act) {
    house_.write([&](app::Records& records, base::Instant now) {
      const auto found = records.rounds.part("2026", code);
      assessment::Participation part =
          *records.rounds.participation({found->round.id, found->school.id}, true);
      const auto version = part.version;
      act(records, part, now);
      if (part.version != version) records.rounds.change(part);
    });
  }

  test::InstallationUnderTest& house_;
};

TEST_P(RoundsDashboard, CountsEveryStepByGroup) {
  InvitedRound round(house());
  round.mail("east", app::MailState::sent);
  round.mail("north", app::MailState::sent, true);
  round.mail("south", app::MailState::unknown);
  round.mail("west", app::MailState::sent);
  round.part("west", assessment::ParticipationState::submitted);
  round.part("east", assessment::ParticipationState::declined);
  const Shown file = round.page(assessment::OfficeRole::campaign_manager, "/progress.csv");
  ASSERT_EQ(file.status, 200) << file.body;
  EXPECT_EQ(
      file.body,
      "profession,variable,level,invited,delivered,opened,accepted,started,submitted,declined,withdrawn,"
      "bounced,unknown,rate_low,rate_high\n"
      ",,,4,2,0,1,0,1,1,0,1,1,0.0456,0.6994\n"
      "medicine,,,4,2,0,1,0,1,1,0,1,1,0.0456,0.6994\n"
      "medicine,control,private,2,1,0,1,0,1,0,0,0,1,0.0945,0.9055\n"
      "medicine,control,public,2,1,0,0,0,0,1,0,1,0,0.0000,0.6576\n");
}

TEST_P(RoundsDashboard, ShowsStatesAsTilesAndAsATable) {
  InvitedRound round(house());
  round.part("west", assessment::ParticipationState::submitted);
  const Shown page = round.page(assessment::OfficeRole::campaign_manager);
  ASSERT_EQ(page.status, 200) << page.body;
  EXPECT_TRUE(page.says("1/2</text>"));  // Ohio
  EXPECT_TRUE(page.says("<svg class=\"state-map\""));
  EXPECT_TRUE(page.says("How far the round is"));
  EXPECT_TRUE(page.says("25 % (5\u00a0to\u00a070)"));
}

TEST_P(RoundsDashboard, IsNotForStrangersOrForASchool) {
  InvitedRound round(house());
  BrowserUnderTest stranger(round.service);
  EXPECT_EQ(stranger.get("/office/rounds/2026/progress").status, 303);
  EXPECT_EQ(round.page(assessment::OfficeRole::campaign_manager, "/../2027/progress").status, 404);
}

}  // namespace
}  // namespace smm::web
