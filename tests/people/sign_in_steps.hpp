// SPDX-License-Identifier: Apache-2.0
// Steps that many tests take: a person signs in by a mailed link, sets a password, adds an authenticator.
#pragma once

#include "app/people/ask_for_link.hpp"
#include "app/people/change_password.hpp"
#include "app/people/second_factor.hpp"
#include "app/people/sign_in_with_password.hpp"
#include "base/base32.hpp"
#include "crypto/totp.hpp"
#include "installation_under_test.hpp"

namespace smm::app {

using test::InstallationUnderTest;
using test::token_in;

inline const std::string good_password = "lantern moss ferry 8 quilt";

inline Browser browser_at(const std::string& address) {
  return {address, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"};
}

inline std::optional<Actor> actor_by(InstallationUnderTest& house, const std::string& session_token) {
  return house.read<std::optional<Actor>>(
      [&](Records& records) { return actor_of(records, session_at_rest(session_token), house.clock.now()); });
}

// A link as if it had come by mail, without the mail.
inline std::string link_token(InstallationUnderTest& house, const NewLink& link) {
  std::string url;
  house.write([&](Records& records, base::Instant now) { url = make_link(*house, records, link, now); });
  return url.substr(url.rfind('/') + 1);
}

inline base::Result<Followed> follow(InstallationUnderTest& house, const std::string& token,
                                     const Actor* actor = nullptr) {
  return follow_link(*house, house.pages(), token, actor, browser_at("192.0.2.1"));
}

inline SignedIn signed_in(InstallationUnderTest& house, const Person& person) {
  auto end = follow(house, link_token(house, {LinkUse::sign_in, person.id}));
  return std::get<SignedIn>(end.value());
}

inline Actor actor_for(InstallationUnderTest& house, const Person& person) {
  return *actor_by(house, signed_in(house, person).session.token);
}

// With a password; all sessions but the given one end.
inline void give_password(InstallationUnderTest& house, const Person& person) {
  ASSERT_TRUE(change_password(*house, house.pages(), actor_for(house, person), good_password));
}

inline base::Result<PasswordStep> by_password(InstallationUnderTest& house, const std::string& email,
                                              const std::string& password, Browser browser) {
  return sign_in_with_password(*house, {email, password, "/office", std::move(browser)});
}

inline std::string code_of(const std::string& secret_text, base::Instant now) {
  std::string lower = secret_text;
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  const auto step = crypto::totp_step(static_cast<std::uint64_t>(now.seconds()));
  return crypto::totp_code(base::from_base32(lower).value(), step);
}

struct Authenticator {
  std::string secret;
  std::vector<std::string> recovery_codes;
  StartedSession session;
};

inline Authenticator add_authenticator(InstallationUnderTest& house, const Person& person) {
  const Actor actor = actor_for(house, person);
  const auto enrolment = begin_enrolment(*house, house.pages(), actor).value();
  const auto end = confirm_enrolment(*house, house.pages(), actor, enrolment.ticket,
                                     code_of(enrolment.secret, house.clock.now()))
                       .value();
  const auto& enrolled = std::get<Enrolled>(end);
  house.clock.pass(base::one_minute);  // its code is used up
  return {enrolment.secret, enrolled.recovery_codes, enrolled.session};
}

// Somebody of the office, with a second factor.
inline Actor office_actor(InstallationUnderTest& house, const std::string& name,
                          assessment::OfficeRole role = assessment::OfficeRole::admin) {
  const Person person = house.add_person(name, name + "@office.example");
  house.write([&](Records& records, base::Instant now) { records.people.grant(person.id, role, now); });
  return *actor_by(house, add_authenticator(house, person).session.token);
}

template <class T>
std::string first_code(const base::Result<T>& result) {
  return result ? "none" : std::string(result.problems().front().code);
}

}  // namespace smm::app
