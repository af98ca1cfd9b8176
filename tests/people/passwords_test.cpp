// SPDX-License-Identifier: Apache-2.0
#include "app/people/password_check.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(Passwords);

template <class T>
bool is(const base::Result<PasswordStep>& step) {
  return step && std::holds_alternative<T>(step.value());
}

TEST_P(Passwords, SignInWhoeverHasOne) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  give_password(house(), ben);
  const auto step = by_password(house(), "BEN@lakeside.example", good_password, browser_at("192.0.2.1"));
  ASSERT_TRUE(is<SignedIn>(step));
  const auto& in = std::get<SignedIn>(step.value());
  EXPECT_EQ(in.target, "/office");
  EXPECT_EQ(actor_by(house(), in.session.token)->session.how, "password");
}

TEST_P(Passwords, DoNotRunOut) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  give_password(house(), ben);
  house().clock.pass(3 * 365 * base::one_day);
  EXPECT_TRUE(is<SignedIn>(by_password(house(), ben.email, good_password, browser_at("192.0.2.1"))));
}

TEST_P(Passwords, AreRefusedWithoutTellingWhy) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Person eve = house().add_person("Eve", "eve@lakeside.example");
  Person gone = house().add_person("Gone", "gone@lakeside.example");
  give_password(house(), ben);
  give_password(house(), gone);
  house().write([&](Records& records, base::Instant now) {
    gone = *records.people.by_id(gone.id);
    gone.deactivated = now;
    records.people.change(gone);
  });
  const Browser browser = browser_at("192.0.2.1");
  EXPECT_TRUE(is<NotFitting>(by_password(house(), ben.email, "something else", browser)));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), ben.email, "", browser)));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), eve.email, "", browser)));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), eve.email, good_password, browser)));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), "nobody@lakeside.example", good_password, browser)));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), gone.email, good_password, browser)));
  EXPECT_TRUE(house().log_tells("sign_in.refused"));
}

TEST_P(Passwords, CannotBeGuessedFast) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  give_password(house(), ben);
  for (int i = 0; i < 5; ++i)
    EXPECT_TRUE(
        is<NotFitting>(by_password(house(), ben.email, "guess", browser_at("192.0.2." + std::to_string(i)))));
  // Even the right one waits now, from anywhere else.
  const auto step = by_password(house(), ben.email, good_password, browser_at("198.51.100.1"));
  ASSERT_TRUE(is<Throttled>(step));
  EXPECT_EQ(std::get<Throttled>(step.value()).seconds, 60);
  house().clock.pass(base::one_minute);
  EXPECT_TRUE(is<SignedIn>(by_password(house(), ben.email, good_password, browser_at("198.51.100.1"))));
}

TEST_P(Passwords, WaitLongerTheMoreIsTried) {
  std::vector<std::int64_t> waits;
  for (int i = 0; i < 31; ++i) {
    const auto step = by_password(house(), "nobody@lakeside.example", "guess", browser_at("192.0.2.1"));
    if (is<Throttled>(step)) waits.push_back(std::get<Throttled>(step.value()).seconds);
  }
  EXPECT_EQ(waits.front(), 60);
  EXPECT_TRUE(std::ranges::is_sorted(waits));
  EXPECT_NE(std::ranges::find(waits, 15 * 60), waits.end());
  EXPECT_EQ(waits.back(), 3 * 60 * 60);
}

// A rival floods somebody's account; in their own browser the person comes in all the same.
TEST_P(Passwords, LetAKnownBrowserInWhileARivalGuesses) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Person eve = house().add_person("Eve", "eve@lakeside.example");
  give_password(house(), ben);
  Browser own = browser_at("192.0.2.1");
  own.known = std::get<SignedIn>(by_password(house(), ben.email, good_password, own).value()).known_browser;
  for (int i = 0; i < 8; ++i) (void)by_password(house(), ben.email, "guess", browser_at("198.51.100.1"));
  EXPECT_TRUE(is<Throttled>(by_password(house(), ben.email, good_password, browser_at("203.0.113.1"))));
  EXPECT_TRUE(is<SignedIn>(by_password(house(), ben.email, good_password, own)));
  // What another person's browser carries helps nobody.
  Browser rival = browser_at("198.51.100.1");
  rival.known = signed_in(house(), eve).known_browser;
  EXPECT_TRUE(is<Throttled>(by_password(house(), ben.email, "guess", rival)));
  rival.known = own.known.substr(1);
  EXPECT_TRUE(is<Throttled>(by_password(house(), ben.email, "guess", rival)));
}

TEST_P(Passwords, AreCountedByNetwork) {
  for (int i = 0; i < 30; ++i)
    (void)by_password(house(), "p" + std::to_string(i) + "@x.example", "guess",
                      browser_at("2001:db8:1:2::" + std::to_string(i + 1)));
  EXPECT_TRUE(
      is<Throttled>(by_password(house(), "new@x.example", "guess", browser_at("2001:db8:1:2:ffff::1"))));
  EXPECT_TRUE(is<NotFitting>(by_password(house(), "new@x.example", "guess", browser_at("2001:db8:1:3::1"))));
}

TEST_P(Passwords, SetAnewEndOtherSessionsAndLinks) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const SignedIn other = signed_in(house(), ben);
  const std::string link = link_token(house(), {LinkUse::sign_in, ben.id});
  const Actor here = actor_for(house(), ben);
  const auto session = change_password(*house(), house().pages(), here, good_password).value();
  EXPECT_FALSE(actor_by(house(), other.session.token));
  EXPECT_NE(session.session.token, here.session.token);
  EXPECT_TRUE(actor_by(house(), session.token));
  EXPECT_TRUE(std::holds_alternative<Spent>(follow(house(), link).value()));
  EXPECT_EQ(house().mails("password_set").size(), 1u);
}

TEST_P(Passwords, HaveToBeGood) {
  Person ben = house().add_person("Benedikta Arvensis", "benedikta@lakeside.example");
  const Actor actor = actor_for(house(), ben);
  const std::pair<const char*, const char*> cases[] = {{"too short", "password_too_short"},
                                                       {"passwordpassword", "password_common"},
                                                       {"abcabcabcabcabcabc", "password_pattern"},
                                                       {"Benedikta Arvensis", "password_about_you"}};
  for (const auto& [password, code] : cases)
    EXPECT_EQ(first_code(change_password(*house(), house().pages(), actor, password)), code) << password;
  EXPECT_EQ(house().person(ben.id).password, "");
}

TEST_P(Passwords, AreHashedAnewWhenParametersRise) {
  Person ben = house().add_person("Ben", "ben@lakeside.example");
  ben.password =
      "$argon2id$v=19$m=8192,t=1,p=1$lc6IQCAEv952FRWrdkMsjg$p8RUO5tLkc3jIQnP1sLp76u6w+NPr0Ah91CqCnTYosQ";
  house().write([&](Records& records, base::Instant) { records.people.change(ben); });
  EXPECT_TRUE(is<SignedIn>(by_password(house(), ben.email, good_password, browser_at("192.0.2.1"))));
  const std::string stored = house().person(ben.id).password;
  EXPECT_TRUE(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << stored;
  EXPECT_TRUE(password_fits(stored, good_password));
  EXPECT_FALSE(password_fits("", good_password));
}

}  // namespace
}  // namespace smm::app
