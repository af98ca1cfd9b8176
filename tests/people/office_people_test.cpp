// SPDX-License-Identifier: Apache-2.0
#include "app/people/office_people.hpp"

#include <thread>

#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

using enum assessment::OfficeRole;
using Roles = std::vector<assessment::OfficeRole>;

SMM_ON_EACH_DATABASE(OfficePeople);

TEST_P(OfficePeople, AreInvitedByMail) {
  const Actor ada = office_actor(house(), "Ada");
  ASSERT_TRUE(invite_to_office(*house(), house().pages(), ada, {"Ben", "ben@office.example"}, {analyst}));
  const auto found = person_by_email(*house(), "ben@office.example").value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->roles, Roles{analyst});
  const auto mail = house().mails("invitation", 1).front().mail;
  EXPECT_EQ(mail.to.address, "ben@office.example");
  EXPECT_EQ(std::get<SignedIn>(follow(house(), token_in(mail)).value()).target, "/office");
  // Again, with another role: it is added.
  ASSERT_TRUE(invite_to_office(*house(), house().pages(), ada, {"", "BEN@office.example"}, {data_steward}));
  EXPECT_EQ((*person_by_email(*house(), "ben@office.example"))->roles, (Roles{analyst, data_steward}));
  EXPECT_EQ(first_code(invite_to_office(*house(), house().pages(), ada, {"", "x@y.example"}, {})),
            "missing_field");
  EXPECT_EQ(first_code(invite_to_office(*house(), house().pages(), ada, {"", "x"}, {analyst})),
            "email_not_valid");
}

TEST_P(OfficePeople, SignInAnewWhenTheirRolesChange) {
  const Actor ada = office_actor(house(), "Ada");
  const Actor ben = office_actor(house(), "Ben", analyst);
  const std::string id = ben.person.id.text();
  ASSERT_TRUE(set_office_roles(*house(), house().pages(), ada, id, {campaign_manager}));
  EXPECT_EQ(person_by_id(*house(), id)->roles, Roles{campaign_manager});
  EXPECT_FALSE(house().read<bool>([&](Records& records) {
    return actor_of(records, ben.session.token, house().clock.now()).has_value();
  }));
  ASSERT_TRUE(set_office_roles(*house(), house().pages(), ada, id, {}));
  EXPECT_EQ(person_by_id(*house(), id)->roles, Roles{});
  EXPECT_EQ(first_code(set_office_roles(*house(), house().pages(), ada, "nonsense", {analyst})), "not_there");
}

TEST_P(OfficePeople, AreNeverWithoutAnAdmin) {
  const Actor ada = office_actor(house(), "Ada");
  const std::string id = ada.person.id.text();
  EXPECT_EQ(first_code(set_office_roles(*house(), house().pages(), ada, id, {analyst})), "last_admin");
  EXPECT_EQ(first_code(close_account(*house(), ada, id)), "last_admin");
  const Actor ben = office_actor(house(), "Ben");
  ASSERT_TRUE(close_account(*house(), ada, ben.person.id.text()));
  // A closed account does not count.
  EXPECT_EQ(first_code(close_account(*house(), ada, id)), "last_admin");
  ASSERT_TRUE(open_account(*house(), ada, ben.person.id.text()));
  EXPECT_TRUE(set_office_roles(*house(), house().pages(), ada, id, {}));
}

TEST_P(OfficePeople, CannotSendEachOtherAwayAtOneMoment) {
  const Actor ada = office_actor(house(), "Ada");
  const Actor ben = office_actor(house(), "Ben");
  base::Result<bool> one(true), two(true);
  std::thread first(
      [&] { one = set_office_roles(*house(), house().pages(), ada, ben.person.id.text(), {}); });
  std::thread second(
      [&] { two = set_office_roles(*house(), house().pages(), ben, ada.person.id.text(), {}); });
  first.join();
  second.join();
  EXPECT_NE(one.ok(), two.ok());
  EXPECT_EQ(office_people(*house())->size(), 1u);
}

TEST_P(OfficePeople, LoseSessionsAndLinksWhenTheirAccountIsClosed) {
  const Actor ada = office_actor(house(), "Ada");
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string session = signed_in(house(), ben).session.token;
  const std::string link = link_token(house(), {LinkUse::invitation, ben.id});
  ASSERT_TRUE(close_account(*house(), ada, ben.id.text()));
  EXPECT_FALSE(actor_by(house(), session));
  EXPECT_FALSE(std::holds_alternative<SignedIn>(follow(house(), link).value()));
  (void)ask_for_link(*house(), house().pages(), {LinkUse::sign_in, ben.email, "", browser_at("192.0.2.1")});
  house().settle();
  EXPECT_EQ(house().mails("sign_in").size(), 0u);
  ASSERT_TRUE(open_account(*house(), ada, ben.id.text()));
  EXPECT_TRUE(actor_by(house(), signed_in(house(), ben).session.token));
}

TEST_P(OfficePeople, ResetALostSecondFactorForAReason) {
  const Actor ada = office_actor(house(), "Ada");
  const Actor ben = office_actor(house(), "Ben", analyst);
  const std::string id = ben.person.id.text();
  const auto reset = [&](const std::string& who, const std::string& reason) {
    return first_code(reset_second_factor(*house(), house().pages(), ada, who, reason));
  };
  EXPECT_EQ(reset(id, " "), "missing_field");
  EXPECT_EQ(reset(ada.person.id.text(), "I lost it"), "not_allowed");
  EXPECT_EQ(reset(id, "called back on the number in the directory"), "none");
  EXPECT_FALSE(house().person(ben.person.id).totp_confirmed);
  EXPECT_EQ(house().mails("second_factor_reset").front().mail.to.address, ben.person.email);
  const auto entries = house().log();
  const auto told = std::ranges::find_if(
      entries, [](const auto& kept) { return kept.entry.action == "second_factor.reset"; });
  ASSERT_NE(told, entries.end());
  EXPECT_EQ(told->entry.detail, "called back on the number in the directory");
  EXPECT_EQ(told->entry.actor, ada.person.id.text());
}

}  // namespace
}  // namespace smm::app
