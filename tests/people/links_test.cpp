// SPDX-License-Identifier: Apache-2.0
#include "app/people/links.hpp"

#include <thread>

#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(Links);

TEST_P(Links, AreNotBurnedByLooking) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::invitation, ben.id, std::nullopt, "/rounds/2026"});
  EXPECT_EQ(token.size(), 43u);  // 256 bits
  for (int i = 0; i < 5; ++i) {
    const auto seen = look_at_link(*house(), token, nullptr).value();
    EXPECT_EQ(seen.state, LinkState::live);
    EXPECT_EQ(seen.masked, "b•••@lakeside.example");
  }
  const auto end = follow(house(), token);
  const auto* in = std::get_if<SignedIn>(&end.value());
  ASSERT_NE(in, nullptr);
  EXPECT_EQ(in->target, "/rounds/2026");
  EXPECT_EQ(actor_by(house(), in->session.token)->person.id, ben.id);
}

TEST_P(Links, WorkOnce) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::sign_in, ben.id, std::nullopt, "/x"});
  const auto in = std::get<SignedIn>(follow(house(), token).value());
  const auto again = follow(house(), token);
  ASSERT_TRUE(std::holds_alternative<Spent>(again.value()));
  EXPECT_FALSE(std::get<Spent>(again.value()).link.of_actor);
  const Actor actor = *actor_by(house(), in.session.token);
  const auto here = follow(house(), token, &actor);
  EXPECT_TRUE(std::get<Spent>(here.value()).link.of_actor);
  EXPECT_EQ(std::get<Spent>(here.value()).link.target, "/x");
}

TEST_P(Links, WorkOnceForTwoAtOneMoment) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::sign_in, ben.id});
  std::atomic<int> signed_in = 0;
  std::vector<std::thread> browsers;
  for (int i = 0; i < 6; ++i) {
    browsers.emplace_back([&] {
      if (std::holds_alternative<SignedIn>(follow(house(), token).value())) ++signed_in;
    });
  }
  for (auto& browser : browsers) browser.join();
  EXPECT_EQ(signed_in, 1);
}

TEST_P(Links, RunOut) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::pair<LinkUse, std::int64_t> uses[] = {{LinkUse::invitation, 30 * base::one_day},
                                                   {LinkUse::sign_in, 15 * base::one_minute},
                                                   {LinkUse::reset_password, base::one_hour}};
  for (const auto& [use, lasts] : uses) {
    const std::string good = link_token(house(), {use, ben.id});
    const std::string late = link_token(house(), {use, ben.id});
    house().clock.pass(lasts - base::one_second);
    EXPECT_TRUE(std::holds_alternative<SignedIn>(follow(house(), good).value())) << to_string(use);
    house().clock.pass(base::one_second);
    EXPECT_TRUE(std::holds_alternative<Spent>(follow(house(), late).value())) << to_string(use);
    EXPECT_EQ(look_at_link(*house(), late, nullptr)->state, LinkState::spent);
  }
}

TEST_P(Links, OfClosedAccountsDoNotOpen) {
  Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::invitation, ben.id});
  house().write([&](Records& records, base::Instant now) {
    ben.deactivated = now;
    records.people.change(ben);
  });
  EXPECT_EQ(first_code(follow(house(), token)), "person_deactivated");
}

TEST_P(Links, AreKeptAsHashesOnly) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::invitation, ben.id});
  house().read<bool>([&](Records& records) {
    EXPECT_FALSE(records.sessions.link(token));
    EXPECT_TRUE(records.sessions.link(link_at_rest(token)));
    return true;
  });
}

TEST_P(Links, AreMailedToWhoeverHasTheAddressAndNobodyElse) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto ask = [&](const std::string& email, const std::string& from) {
    return ask_for_link(*house(), house().pages(), {LinkUse::sign_in, email, "/y", browser_at(from)});
  };
  EXPECT_EQ(ask("Ben@Lakeside.example ", "192.0.2.1")->has_value(), false);
  EXPECT_EQ(ask("nobody@lakeside.example", "192.0.2.1")->has_value(), false);
  EXPECT_EQ(first_code(ask("no address", "192.0.2.1")), "email_not_valid");
  const auto mails = house().mails("sign_in", 1);
  house().settle();
  ASSERT_EQ(house().mails("sign_in").size(), 1u);
  EXPECT_EQ(mails[0].mail.to.address, ben.email);
  const auto end = follow(house(), token_in(mails[0].mail));
  EXPECT_EQ(std::get<SignedIn>(end.value()).target, "/y");
}

TEST_P(Links, CannotBeAskedForWithoutEnd) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto ask = [&](const std::string& from) {
    return ask_for_link(*house(), house().pages(), {LinkUse::sign_in, ben.email, "", browser_at(from)})
        .value();
  };
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(ask("192.0.2." + std::to_string(i)));
  const auto wait = ask("192.0.2.9");
  ASSERT_TRUE(wait);
  EXPECT_EQ(wait->seconds, 15 * 60);
  house().clock.pass(15 * base::one_minute);
  EXPECT_FALSE(ask("192.0.2.9"));
  EXPECT_EQ(house().mails("sign_in", 4).size(), 4u);
}

TEST_P(Links, CanBeHadAnewWhereOneIsSpent) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = link_token(house(), {LinkUse::invitation, ben.id, std::nullopt, "/z"});
  (void)follow(house(), token);
  EXPECT_FALSE(ask_for_another_link(*house(), house().pages(), token, browser_at("192.0.2.1")));
  EXPECT_FALSE(ask_for_another_link(*house(), house().pages(), "unknown", browser_at("192.0.2.1")));
  const auto mails = house().mails("sign_in", 1);
  EXPECT_EQ(std::get<SignedIn>(follow(house(), token_in(mails[0].mail)).value()).target, "/z");
  house().settle();
  EXPECT_EQ(house().mails("sign_in").size(), 1u);
}

}  // namespace
}  // namespace smm::app
