// SPDX-License-Identifier: Apache-2.0
#include "app/people/provider_sign_in.hpp"

#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(ProviderSignIn);

// Vouches for whatever the test says, and checks that what was begun comes back.
class SaidProvider final : public IdentityProvider {
 public:
  VerifiedClaims claims{"https://id.example", "u1", "ben@lakeside.example", true, "Ben", "", {}, {}};

  base::Result<SignInStart> begin(const SignInWish& wish) override {
    anew = wish.sign_in_anew;
    PendingSignIn pending{"state", "nonce", "verifier"};
    if (wish.sign_in_anew) pending.signed_in_since = base::Instant{42};
    return SignInStart{"https://id.example/authorize", pending};
  }

  base::Result<VerifiedClaims> finish(const SignInReturn& came_back, const PendingSignIn& pending) override {
    EXPECT_EQ(came_back.state, pending.state);
    EXPECT_EQ(pending.nonce + pending.code_verifier, "nonceverifier");
    EXPECT_EQ(pending.signed_in_since, anew ? std::optional(base::Instant{42}) : std::nullopt);
    return claims;
  }

  bool anew = false;
};

base::Result<Entered> through(InstallationUnderTest& house, SaidProvider& provider,
                              const ProviderTrust& trust = {}, bool anew = false) {
  const auto start = begin_provider_sign_in(*house, provider, "/rounds/2026", anew).value();
  EXPECT_EQ(start.url, "https://id.example/authorize");
  return finish_provider_sign_in(*house, provider, trust, {.code = "c", .state = "state"}, start.ticket,
                                 browser_at("192.0.2.1"));
}

TEST_P(ProviderSignIn, KnowsAnInvitedPersonByVerifiedAddressAndThenBySubject) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  SaidProvider provider;
  const auto first = through(house(), provider);
  EXPECT_EQ(std::get<SignedIn>(first.value()).target, "/rounds/2026");
  EXPECT_TRUE(house().log_tells("identity.linked"));
  provider.claims.email = "ben@married.example";
  provider.claims.email_verified = false;
  const auto later = through(house(), provider, {}, true);
  EXPECT_EQ(actor_by(house(), std::get<SignedIn>(later.value()).session.token)->person.id, ben.id);
}

TEST_P(ProviderSignIn, MakesNobody) {
  house().add_person("Ben", "ben@lakeside.example");
  SaidProvider provider;
  provider.claims.email_verified = false;
  EXPECT_EQ(first_code(through(house(), provider)), "provider_person_unknown");
  provider.claims.email_verified = true;
  provider.claims.email = "";
  EXPECT_EQ(first_code(through(house(), provider)), "provider_person_unknown");
  provider.claims.email = "stranger@lakeside.example";
  EXPECT_EQ(first_code(through(house(), provider)), "provider_person_unknown");
  EXPECT_EQ(house().read<std::int64_t>([](Records& records) { return records.people.count(); }), 1);
}

TEST_P(ProviderSignIn, CountsAsSecondFactorOnlyWhenToldSo) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  add_authenticator(house(), ben);
  SaidProvider provider;
  provider.claims.amr = {"pwd", "hwk"};
  provider.claims.acr = "gold";
  EXPECT_TRUE(std::holds_alternative<CodeNeeded>(through(house(), provider).value()));
  EXPECT_TRUE(std::holds_alternative<CodeNeeded>(through(house(), provider, {{"otp"}, {"silver"}}).value()));
  for (const ProviderTrust& trust : {ProviderTrust{{"hwk"}, {}}, ProviderTrust{{}, {"gold"}}}) {
    const auto end = through(house(), provider, trust);
    ASSERT_TRUE(std::holds_alternative<SignedIn>(end.value()));
    EXPECT_TRUE(actor_by(house(), std::get<SignedIn>(end.value()).session.token)->session.second_factor);
  }
}

// Before a weighty act people prove anew who they are; an identity provider that was not told to ask, and a
// proxy, vouch for what may be hours old.
TEST_P(ProviderSignIn, ConfirmsWeightyActsOnlyWhenTheProviderWasToldToAsk) {
  house().add_person("Ben", "ben@lakeside.example");
  SaidProvider provider;
  const auto confirmed = [&](const base::Result<Entered>& end) {
    const auto actor = actor_by(house(), std::get<SignedIn>(end.value()).session.token);
    return !refusal_unless_confirmed(*actor, house().clock.now());
  };
  EXPECT_FALSE(confirmed(through(house(), provider)));
  EXPECT_TRUE(confirmed(through(house(), provider, {}, true)));
  EXPECT_FALSE(
      confirmed(enter_by_proxy(*house(), "ben@lakeside.example", true, "/", browser_at("192.0.2.1"))));
}

TEST_P(ProviderSignIn, EndsAfterTenMinutesAndTakesNoForgedTicket) {
  SaidProvider provider;
  house().add_person("Ben", "ben@lakeside.example");
  const auto start = begin_provider_sign_in(*house(), provider, "/", false).value();
  const auto finish = [&](const std::string& ticket) {
    return first_code(
        finish_provider_sign_in(*house(), provider, {}, {.code = "c", .state = "state"}, ticket, {}));
  };
  EXPECT_EQ(finish(""), "sign_in_run_out");
  EXPECT_EQ(finish(start.ticket.substr(4)), "sign_in_run_out");
  house().clock.pass(10 * base::one_minute);
  EXPECT_EQ(finish(start.ticket), "sign_in_run_out");
}

TEST_P(ProviderSignIn, OfAProxyFindsPeopleByAddress) {
  const Person ben = house().add_person("Ben", "ben@lakeside.example");
  const auto by_proxy = [&](const std::string& email, bool strong) {
    return enter_by_proxy(*house(), email, strong, "/x", browser_at("192.0.2.1"));
  };
  EXPECT_TRUE(std::holds_alternative<SignedIn>(by_proxy("BEN@lakeside.example", false).value()));
  EXPECT_EQ(first_code(by_proxy("stranger@lakeside.example", true)), "provider_person_unknown");
  add_authenticator(house(), ben);
  EXPECT_TRUE(std::holds_alternative<CodeNeeded>(by_proxy(ben.email, false).value()));
  EXPECT_TRUE(std::holds_alternative<SignedIn>(by_proxy(ben.email, true).value()));
}

}  // namespace
}  // namespace smm::app
