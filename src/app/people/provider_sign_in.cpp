// SPDX-License-Identifier: Apache-2.0
#include "app/people/provider_sign_in.hpp"

#include <algorithm>

#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "app/people/sealed_note.hpp"

namespace smm::app {
namespace {

constexpr std::string_view provider_use = "provider_sign_in";
constexpr std::int64_t provider_sign_in_lasts = 10 * base::one_minute;

base::Problem unknown_here() {
  return {people_problem::provider_person_unknown,
          "You are signed in there, but nobody was invited here under that address; ask whoever invited you "
          "to use it, or sign in with the link in your invitation"};
}

std::vector<std::string> texts_of(const PendingSignIn& pending, const std::string& target) {
  const auto since = pending.signed_in_since;
  return {pending.state, pending.nonce, pending.code_verifier,
          since ? std::to_string(since->microseconds) : "", target};
}

PendingSignIn pending_of(const std::vector<std::string>& texts) {
  PendingSignIn pending{texts[0], texts[1], texts[2]};
  if (!texts[3].empty()) pending.signed_in_since = base::Instant{std::stoll(texts[3])};
  return pending;
}

base::Result<Seals> seals_of_office(const Installation& installation) {
  return change<Seals>(installation.database, installation.clock,
                       [&](Records& records, base::Instant) -> base::Result<Change<Seals>> {
                         auto seals =
                             installation.keys.seals_or_new(records.schools, std::string(office_owner));
                         if (!seals) return std::move(seals).problems();
                         return Change<Seals>::bookkeeping(std::move(*seals));
                       });
}

bool is_strong(const ProviderTrust& trust, const VerifiedClaims& claims) {
  const auto has = [](const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
  };
  return (!claims.acr.empty() && has(trust.acr, claims.acr)) ||
         std::ranges::any_of(claims.amr, [&](const std::string& means) { return has(trust.amr, means); });
}

struct Recognized {
  Person person;
  bool first_time = false;
};

std::optional<Recognized> recognized(Records& records, const VerifiedClaims& claims) {
  if (auto person = records.people.by_identity({claims.issuer, claims.subject}))
    return Recognized{std::move(*person)};
  if (!claims.email_verified || claims.email.empty()) return std::nullopt;
  auto person = records.people.by_email(claims.email);
  if (!person || person->deactivated) return std::nullopt;
  return Recognized{std::move(*person), true};
}

base::Result<Change<Entered>> enter_as(const Installation& installation, Records& records,
                                       const VerifiedClaims& claims, const Entry& entry, base::Instant now) {
  const auto who = recognized(records, claims);
  if (!who) return unknown_here();
  auto entered = enter(installation, records, who->person, entry, now);
  if (!entered || !who->first_time) return entered;
  records.people.add_identity(who->person.id, {claims.issuer, claims.subject});
  const auto told = told_of_own(records, who->person, "identity.linked", claims.issuer);
  entered->entries.insert(entered->entries.end(), told.begin(), told.end());
  return entered;
}

}  // namespace

base::Result<ProviderStart> begin_provider_sign_in(const Installation& installation,
                                                   IdentityProvider& provider, const std::string& target,
                                                   bool anew) {
  const auto seals = seals_of_office(installation);
  if (!seals) return seals.problems();
  const auto start = provider.begin({.login_hint = {}, .sign_in_anew = anew});
  if (!start) return start.problems();
  const base::Instant until = installation.clock.now() + provider_sign_in_lasts;
  return ProviderStart{start->url,
                       sealed_note(*seals, provider_use, texts_of(start->pending, target), until)};
}

base::Result<Entered> finish_provider_sign_in(const Installation& installation, IdentityProvider& provider,
                                              const ProviderTrust& trust, const SignInReturn& came_back,
                                              const std::string& ticket, const Browser& browser) {
  const auto seals = seals_of_office(installation);
  if (!seals) return seals.problems();
  const auto texts = opened_note(*seals, provider_use, ticket, installation.clock.now());
  if (!texts || texts->size() != 5)
    return base::Problem(people_problem::sign_in_run_out, "This sign-in took too long; please begin again");
  const PendingSignIn pending = pending_of(*texts);
  const auto claims = provider.finish(came_back, pending);
  if (!claims) return claims.problems();
  // Without that wish the provider may not have asked for anything.
  const bool just_now = pending.signed_in_since.has_value();
  const Entry entry{{"oidc", is_strong(trust, *claims), just_now}, texts->back(), browser};
  return change<Entered>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    return enter_as(installation, records, *claims, entry, now);
  });
}

base::Result<Entered> enter_by_proxy(const Installation& installation, const std::string& email,
                                     bool second_factor, const std::string& target, const Browser& browser) {
  return change<Entered>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Entered>> {
        const auto person = records.people.by_email(email);
        if (!person) return unknown_here();
        return enter(installation, records, *person, {{"proxy", second_factor, false}, target, browser}, now);
      });
}

}  // namespace smm::app
