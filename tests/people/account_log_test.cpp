// SPDX-License-Identifier: Apache-2.0
// What the audit log tells of people's accounts, and what it never holds.
#include "app/people/change_email.hpp"
#include "app/people/office_people.hpp"
#include "app/people/own_sessions.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(AccountLog);

assessment::SchoolId add_to_school(InstallationUnderTest& house, const Person& person) {
  const auto id = assessment::SchoolId::make(house.installation().random);
  const auto round = assessment::RoundId::make(house.installation().random);
  house.write([&](Records& records, base::Instant now) {
    assessment::School school{.id = id,
                              .code = "lakeside",
                              .name = "Lakeside",
                              .profession = "nursing",
                              .programmes = {"bsn"},
                              .frame = {},
                              .contacts = {}};
    records.schools.add(school);
    records.rounds.add({.id = round,
                        .code = "2026",
                        .title = "Round",
                        .edition = "smm-2026",
                        .zone = "America/New_York",
                        .last_day = "2026-11-30",
                        .closes = now + 100 * base::one_day,
                        .state = assessment::RoundState::open,
                        .version = 1});
    assessment::Participation part{.round = round,
                                   .school = id,
                                   .priorities = {},
                                   .invited_at = now,
                                   .accepted_at = {},
                                   .submitted_at = {}};
    records.rounds.add(part);
    records.rounds.add(Membership{person.id, id, round, assessment::SchoolRole::dean, now});
  });
  return id;
}

TEST_P(AccountLog, TellsASchoolOfItsPeopleAndTheOfficeOfTheRest) {
  const Person dean = house().add_person("Dean", "dean@lakeside.example");
  const auto school = add_to_school(house(), dean);
  const Person ada = house().add_person("Ada", "ada@office.example");
  (void)signed_in(house(), dean);
  (void)signed_in(house(), ada);
  std::map<std::string, std::string> chain_of;
  for (const auto& kept : house().log()) {
    if (kept.entry.action == "sign_in") chain_of[kept.entry.actor] = kept.entry.chain;
  }
  EXPECT_EQ(chain_of[dean.id.text()], school.text());
  EXPECT_EQ(chain_of[ada.id.text()], "office");
}

TEST_P(AccountLog, HoldsNoAddressAndNoSecret) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  give_password(house(), ben);
  const SignedIn in = signed_in(house(), ben);
  const Authenticator app = add_authenticator(house(), ben);
  const Actor actor = *actor_by(house(), app.session.token);
  ASSERT_TRUE(ask_to_change_email(*house(), house().pages(), actor, "ben@hill.example"));
  (void)by_password(house(), ben.email, "guess", browser_at("192.0.2.1"));
  (void)by_password(house(), "stranger@hill.example", "guess", browser_at("192.0.2.1"));
  ASSERT_TRUE(invite_to_office(*house(), house().pages(), actor, {"Eve", "eve@hill.example"},
                               {assessment::OfficeRole::analyst}));
  ASSERT_TRUE(sign_out(*house(), actor));
  EXPECT_GE(house().log().size(), 10u);
  for (const auto& kept : house().log()) {
    const AuditEntry& entry = kept.entry;
    const std::string all = entry.actor + entry.action + entry.subject + entry.detail;
    EXPECT_EQ(all.find('@'), std::string::npos) << all;
    EXPECT_EQ(all.find("192.0.2"), std::string::npos) << all;
    for (const std::string& secret : {in.session.token, app.session.token, app.secret, app.recovery_codes[0]})
      EXPECT_EQ(all.find(secret), std::string::npos) << all;
  }
}

}  // namespace
}  // namespace smm::app
