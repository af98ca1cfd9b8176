// SPDX-License-Identifier: Apache-2.0
#include "app/people/change_email.hpp"
#include "app/people/own_sessions.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(OwnSessions);

TEST_P(OwnSessions, RunOutAfterTwelveHoursOrEightUnused) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string unused = signed_in(house(), ben).session.token;
  const std::string used = signed_in(house(), ben).session.token;
  house().clock.pass(7 * base::one_hour);
  mark_seen(*house(), actor_by(house(), used)->session, house().clock.now());
  house().settle();
  house().clock.pass(base::one_hour);
  EXPECT_FALSE(actor_by(house(), unused));
  EXPECT_TRUE(actor_by(house(), used));
  house().clock.pass(4 * base::one_hour);
  EXPECT_FALSE(actor_by(house(), used));
}

TEST_P(OwnSessions, AreListedAndEndedByTheirPersonOnly) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Person eve = house().add_person("Eve", "eve@lakeside.example");
  const std::string one = signed_in(house(), ben).session.token;
  const Actor here = actor_for(house(), ben);
  const Actor other = actor_for(house(), eve);
  const auto sessions = own_sessions(*house(), here).value();
  ASSERT_EQ(sessions.size(), 2u);
  EXPECT_EQ(sessions[0].browser, "Firefox · Linux");
  const std::string id = actor_by(house(), one)->session.id.text();
  EXPECT_EQ(first_code(end_own_session(*house(), other, id)), "not_there");
  EXPECT_EQ(first_code(end_own_session(*house(), here, "nonsense")), "not_there");
  EXPECT_TRUE(end_own_session(*house(), here, id));
  EXPECT_FALSE(actor_by(house(), one));
  EXPECT_EQ(own_sessions(*house(), here)->size(), 1u);
}

TEST_P(OwnSessions, EndHereElsewhereOrEverywhere) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string one = signed_in(house(), ben).session.token;
  const std::string two = signed_in(house(), ben).session.token;
  EXPECT_TRUE(end_other_sessions(*house(), *actor_by(house(), two)));
  EXPECT_FALSE(actor_by(house(), one));
  const std::string three = signed_in(house(), ben).session.token;
  EXPECT_TRUE(sign_out(*house(), *actor_by(house(), three)));
  EXPECT_FALSE(actor_by(house(), three));
  EXPECT_TRUE(sign_out_everywhere(*house(), *actor_by(house(), two)));
  EXPECT_FALSE(actor_by(house(), two));
}

TEST_P(OwnSessions, AreReplacedByASignInInTheSameBrowser) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Actor before = actor_for(house(), ben);
  Browser browser = browser_at("192.0.2.1");
  browser.session = before.session.id;
  const std::string token = link_token(house(), {LinkUse::sign_in, ben.id});
  ASSERT_TRUE(follow_link(*house(), house().pages(), token, &before, browser));
  EXPECT_EQ(own_sessions(*house(), before)->size(), 1u);
}

TEST_P(OwnSessions, AreSweptAMonthAfterTheirEnd) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const std::string token = signed_in(house(), ben).session.token;
  const auto kept = [&] {
    return house().read<bool>(
        [&](Records& records) { return records.sessions.by_token(session_at_rest(token)).has_value(); });
  };
  house().clock.pass(20 * base::one_day);
  sweep_sessions(*house());
  EXPECT_TRUE(kept());
  house().clock.pass(20 * base::one_day);
  sweep_sessions(*house());
  EXPECT_FALSE(kept());
}

TEST(ShortBrowser, IsAFewWordsOfOurs) {
  const std::pair<const char*, const char*> cases[] = {
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 "
       "Safari/537.36 "
       "Edg/126.0",
       "Edge · Windows"},
      {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 "
       "Safari/604.1",
       "Safari · iPhone"},
      {"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
       "Chrome · Android"},
      {"<script>alert(1)</script>", "? · ?"},
      {"", "? · ?"}};
  for (const auto& [agent, words] : cases) EXPECT_EQ(short_browser(agent), words) << agent;
}

// ---- Another address

SMM_ON_EACH_DATABASE(Addresses);

TEST_P(Addresses, ChangeByALinkToTheNewOne) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Actor actor = actor_for(house(), ben);
  const std::string older = link_token(house(), {LinkUse::invitation, ben.id});
  ASSERT_FALSE(ask_to_change_email(*house(), house().pages(), actor, " ben@hill.example").value());
  EXPECT_EQ(house().person(ben.id).email, "ben@lakeside.example");
  const auto to_new = house().mails("change_email", 1).front().mail;
  EXPECT_EQ(to_new.to.address, "ben@hill.example");
  EXPECT_EQ(house().mails("email_change_asked").front().mail.to.address, "ben@lakeside.example");
  EXPECT_TRUE(std::holds_alternative<EmailChanged>(follow(house(), token_in(to_new)).value()));
  EXPECT_EQ(house().person(ben.id).email, "ben@hill.example");
  EXPECT_EQ(house().mails("email_changed").front().mail.to.address, "ben@lakeside.example");
  EXPECT_TRUE(std::holds_alternative<Spent>(follow(house(), older).value()));
  EXPECT_TRUE(house().log_tells("email.changed"));
}

TEST_P(Addresses, OfOthersAreNotToldAndNotTaken) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Person eve = house().add_person("Eve", "eve@lakeside.example");
  const Actor actor = actor_for(house(), ben);
  EXPECT_FALSE(ask_to_change_email(*house(), house().pages(), actor, "EVE@lakeside.example").value());
  EXPECT_EQ(house().mails("change_email").size(), 0u);
  EXPECT_EQ(house().mails("email_in_use").front().mail.to.address, "EVE@lakeside.example");
  // Free when it was asked for, taken when the link is followed.
  ASSERT_FALSE(ask_to_change_email(*house(), house().pages(), actor, "new@lakeside.example").value());
  house().add_person("New", "new@lakeside.example");
  const auto mail = house().mails("change_email", 1).front().mail;
  EXPECT_EQ(first_code(follow(house(), token_in(mail))), "email_taken");
  EXPECT_EQ(house().person(ben.id).email, "ben@lakeside.example");
}

}  // namespace
}  // namespace smm::app
