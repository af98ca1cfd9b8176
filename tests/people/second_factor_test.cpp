// SPDX-License-Identifier: Apache-2.0
#include "app/people/confirm_identity.hpp"
#include "app/people/problems.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(SecondFactor);

base::Result<CodeStep> second_step(InstallationUnderTest& house, const std::string& ticket,
                                   const std::string& code) {
  return enter_with_code(*house, house.pages(), ticket, code, browser_at("192.0.2.1"));
}

// The first step, by a link.
std::string ticket_for(InstallationUnderTest& house, const Person& person) {
  const auto end = follow(house, link_token(house, {LinkUse::sign_in, person.id, std::nullopt, "/office"}));
  return std::get<CodeNeeded>(end.value()).ticket;
}

std::string code_now(InstallationUnderTest& house, const Authenticator& app) {
  return code_of(app.secret, house.clock.now());
}

TEST_P(SecondFactor, IsAskedForBeforeThereIsASession) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const std::string ticket = ticket_for(house(), ben);
  const auto step = second_step(house(), ticket, " " + code_now(house(), app).insert(3, " "));
  const auto* in = std::get_if<SignedIn>(&step.value());
  ASSERT_NE(in, nullptr);
  EXPECT_EQ(in->target, "/office");
  EXPECT_TRUE(actor_by(house(), in->session.token)->session.second_factor);
}

TEST_P(SecondFactor, TakesACodeOnce) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const std::string code = code_now(house(), app);
  EXPECT_TRUE(std::holds_alternative<SignedIn>(second_step(house(), ticket_for(house(), ben), code).value()));
  EXPECT_TRUE(
      std::holds_alternative<NotFitting>(second_step(house(), ticket_for(house(), ben), code).value()));
  EXPECT_TRUE(house().log_tells("sign_in.code_refused"));
  // The one before it is void, too.
  const std::string earlier = code_of(app.secret, house().clock.now() + -30 * base::one_second);
  EXPECT_TRUE(
      std::holds_alternative<NotFitting>(second_step(house(), ticket_for(house(), ben), earlier).value()));
}

TEST_P(SecondFactor, TakesARecoveryCodeOnceAndTellsByMail) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  ASSERT_EQ(app.recovery_codes.size(), 10u);
  std::string typed = app.recovery_codes[3];
  typed[0] = static_cast<char>(std::toupper(typed[0]));
  typed.replace(4, 1, " ");
  EXPECT_TRUE(
      std::holds_alternative<SignedIn>(second_step(house(), ticket_for(house(), ben), typed).value()));
  EXPECT_TRUE(std::holds_alternative<NotFitting>(
      second_step(house(), ticket_for(house(), ben), app.recovery_codes[3]).value()));
  EXPECT_EQ(house().mails("recovery_code_used").size(), 1u);
}

TEST_P(SecondFactor, CannotBeGuessedFast) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const std::string ticket = ticket_for(house(), ben);
  for (int i = 0; i < 5; ++i)
    EXPECT_TRUE(std::holds_alternative<NotFitting>(second_step(house(), ticket, "000000").value()));
  EXPECT_TRUE(
      std::holds_alternative<Throttled>(second_step(house(), ticket, code_now(house(), app)).value()));
}

TEST_P(SecondFactor, TicketsRunOutAndCannotBeMade) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const std::string ticket = ticket_for(house(), ben);
  std::string changed = ticket;
  changed[changed.size() / 2] = changed[changed.size() / 2] == 'A' ? 'B' : 'A';
  const std::string known = signed_in(house(), house().add_person("Eve", "eve@x.example")).known_browser;
  for (const std::string& forged : {std::string(), std::string("x"), changed, known})
    EXPECT_EQ(first_code(second_step(house(), forged, code_now(house(), app))), "sign_in_run_out");
  house().clock.pass(10 * base::one_minute);
  EXPECT_EQ(first_code(second_step(house(), ticket, code_now(house(), app))), "sign_in_run_out");
}

TEST_P(SecondFactor, IsKeptOnlyWhenACodeShowsThatTheAppHasIt) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Actor actor = actor_for(house(), ben);
  const auto enrolment = begin_enrolment(*house(), house().pages(), actor).value();
  EXPECT_EQ(enrolment.secret.size(), 32u);
  EXPECT_EQ(enrolment.uri,
            "otpauth://totp/Social%20Mission%20Metrics:ben%40lakeside.example?secret=" + enrolment.secret +
                "&issuer=Social%20Mission%20Metrics&algorithm=SHA1&digits=6&period=30");
  const auto wrong = confirm_enrolment(*house(), house().pages(), actor, enrolment.ticket, "123");
  EXPECT_TRUE(std::holds_alternative<WrongCode>(wrong.value()));
  EXPECT_FALSE(house().person(ben.id).totp_confirmed);
  EXPECT_EQ(enrolment_of(*house(), house().pages(), actor, enrolment.ticket)->secret, enrolment.secret);
  const Actor eve = actor_for(house(), house().add_person("Eve", "eve@lakeside.example"));
  EXPECT_EQ(first_code(enrolment_of(*house(), house().pages(), eve, enrolment.ticket)), "sign_in_run_out");
}

TEST_P(SecondFactor, ReplacesTheSessionAndEndsOthers) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const SignedIn other = signed_in(house(), ben);
  const auto app = add_authenticator(house(), ben);
  EXPECT_FALSE(actor_by(house(), other.session.token));
  EXPECT_TRUE(actor_by(house(), app.session.token)->session.second_factor);
  EXPECT_EQ(house().person(ben.id).totp_secret.find(app.secret), std::string::npos);
  EXPECT_EQ(house().mails("second_factor_on").size(), 1u);
}

TEST_P(SecondFactor, CanBeGivenUpWithoutAnOfficeRole) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Actor actor = *actor_by(house(), add_authenticator(house(), ben).session.token);
  EXPECT_TRUE(give_up_second_factor(*house(), house().pages(), actor));
  EXPECT_FALSE(house().person(ben.id).totp_confirmed);
  const Actor office = office_actor(house(), "Ada");
  EXPECT_EQ(first_code(give_up_second_factor(*house(), house().pages(), office)), "second_factor_kept");
}

TEST_P(SecondFactor, NewRecoveryCodesVoidTheOldOnes) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const Actor actor = *actor_by(house(), app.session.token);
  const auto codes = new_recovery_codes(*house(), house().pages(), actor).value();
  EXPECT_TRUE(std::holds_alternative<NotFitting>(
      second_step(house(), ticket_for(house(), ben), app.recovery_codes[0]).value()));
  EXPECT_TRUE(
      std::holds_alternative<SignedIn>(second_step(house(), ticket_for(house(), ben), codes[0]).value()));
}

// ---- Proving anew who one is

SMM_ON_EACH_DATABASE(Confirming);

base::Result<Confirmation> confirm(InstallationUnderTest& house, const Actor& actor,
                                   const IdentityProof& evidence) {
  return confirm_identity(*house, house.pages(), actor, evidence);
}

TEST_P(Confirming, ByPasswordMakesANewSession) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  give_password(house(), ben);
  const Actor actor = actor_for(house(), ben);
  house().clock.pass(11 * base::one_minute);
  EXPECT_TRUE(refusal_unless_confirmed(actor, house().clock.now()));
  EXPECT_TRUE(std::holds_alternative<NotFitting>(confirm(house(), actor, {.password = "guess"}).value()));
  const auto end = confirm(house(), actor, {.password = good_password});
  const auto renewed = actor_by(house(), std::get<Confirmed>(end.value()).session.token);
  EXPECT_FALSE(refusal_unless_confirmed(*renewed, house().clock.now()));
  EXPECT_EQ(renewed->session.expires, actor.session.expires);
  EXPECT_FALSE(renewed->session.second_factor);
}

TEST_P(Confirming, ByCode) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto app = add_authenticator(house(), ben);
  const Actor actor = *actor_by(house(), app.session.token);
  const auto end = confirm(house(), actor, {.code = code_now(house(), app)});
  EXPECT_TRUE(actor_by(house(), std::get<Confirmed>(end.value()).session.token)->session.second_factor);
  EXPECT_FALSE(actor_by(house(), app.session.token));
}

TEST_P(Confirming, WithoutAnythingFitsNothing) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const Actor actor = actor_for(house(), ben);
  EXPECT_TRUE(std::holds_alternative<NotFitting>(confirm(house(), actor, {}).value()));
  EXPECT_TRUE(std::holds_alternative<NotFitting>(confirm(house(), actor, {.code = "123456"}).value()));
  for (int i = 0; i < 5; ++i) (void)confirm(house(), actor, {.password = "guess"});
  EXPECT_TRUE(std::holds_alternative<Throttled>(confirm(house(), actor, {.password = "guess"}).value()));
}

}  // namespace
}  // namespace smm::app
