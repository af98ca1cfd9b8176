// SPDX-License-Identifier: Apache-2.0
#include "app/people/confirm_identity.hpp"

#include "app/installation/change.hpp"
#include "app/people/password_check.hpp"
#include "app/people/person_log.hpp"
#include "app/people/second_factor.hpp"

namespace smm::app {
namespace {

Change<Confirmation> confirmed(const Installation& installation, Records& records, const Actor& actor,
                               bool second_factor, const std::string& means, base::Instant now) {
  auto session = renewed_session(installation, records, actor.session, second_factor, now);
  return Change<Confirmation>(Confirmed{std::move(session)},
                              told_of_own(records, actor.person, "sign_in.confirmed", means));
}

Change<Confirmation> not_confirmed(Records& records, const Actor& actor, const std::string& means) {
  return Change<Confirmation>(NotFitting{},
                              told_of_own(records, actor.person, "sign_in.not_confirmed", means));
}

base::Result<Confirmation> confirm_by_code(const Installation& installation, const Pages& pages,
                                           const Actor& actor, const std::string& code) {
  return change<Confirmation>(installation.database, installation.clock,
                              [&](Records& records, base::Instant now) -> base::Result<Change<Confirmation>> {
                                Person person = actor.person;
                                const auto checked =
                                    check_code(installation, pages, records, person, code, now);
                                if (!checked) return checked.problems();
                                if (checked->wait) return Change<Confirmation>::bookkeeping(*checked->wait);
                                if (!checked->fits) return not_confirmed(records, actor, "code");
                                return confirmed(installation, records, actor, true, checked->means, now);
                              });
}

// Whoever sits at a session left open is counted by that session's account, not by address.
base::Result<std::optional<Throttled>> counted_guess(const Installation& installation, const Actor& actor) {
  using Wait = std::optional<Throttled>;
  return change<Wait>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    const Counter counter = password_tries_in(actor.session.id.text());
    return base::Result<Change<Wait>>(Change<Wait>::bookkeeping(count_try(records, counter, now)));
  });
}

base::Result<Confirmation> confirm_by_password(const Installation& installation, const Actor& actor,
                                               const std::string& password) {
  const auto wait = counted_guess(installation, actor);
  if (!wait) return wait.problems();
  if (*wait) return Confirmation(**wait);
  const bool fits = password_fits(actor.person.password, password);
  return change<Confirmation>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return base::Result<Change<Confirmation>>(
            fits ? confirmed(installation, records, actor, actor.session.second_factor, "password", now)
                 : not_confirmed(records, actor, "password"));
      });
}

}  // namespace

base::Result<Confirmation> confirm_identity(const Installation& installation, const Pages& pages,
                                            const Actor& actor, const IdentityProof& evidence) {
  if (!evidence.code.empty()) return confirm_by_code(installation, pages, actor, evidence.code);
  return confirm_by_password(installation, actor, evidence.password);
}

}  // namespace smm::app
