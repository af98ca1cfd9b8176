// SPDX-License-Identifier: Apache-2.0
#include "app/people/enter.hpp"

#include "app/people/known_browser.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "app/people/sealed_note.hpp"
#include "app/people/second_factor.hpp"

namespace smm::app {
namespace {

constexpr std::string_view code_step_use = "code_step";
constexpr std::int64_t code_step_lasts = 10 * base::one_minute;

base::Result<Seals> office_seals(const Installation& installation, Records& records) {
  return installation.keys.seals_or_new(records.schools, std::string(office_owner));
}

base::Problem deactivated() {
  return {people_problem::person_deactivated,
          "This account was closed; the program office can open it again"};
}

base::Problem run_out() {
  return {people_problem::sign_in_run_out, "This sign-in took too long; please begin again"};
}

SignedIn signed_in(const Installation& installation, Records& records, const Seals& seals,
                   const Person& person, const Entry& entry, base::Instant now) {
  return {start_session(installation, records, person, entry.proof, entry.browser, now),
          entry.target.empty() ? "/" : entry.target, known_browser_note(seals, person, now)};
}

std::string ticket_of(const Seals& seals, const Person& person, const Entry& entry, base::Instant now) {
  return sealed_note(seals, code_step_use, {person.id.text(), entry.proof.how, entry.target},
                     now + code_step_lasts);
}

struct BegunEntry {
  Person person;
  Entry entry;
};

base::Result<BegunEntry> begun(Records& records, const Seals& seals, const std::string& ticket,
                               const Browser& browser, base::Instant now) {
  const auto texts = opened_note(seals, code_step_use, ticket, now);
  if (!texts || texts->size() != 3) return run_out();
  const auto id = assessment::PersonId::parse(texts->front());
  auto person = id ? records.people.by_id(*id) : std::nullopt;
  if (!person || !person->totp_confirmed) return run_out();
  if (person->deactivated) return deactivated();
  return BegunEntry{std::move(*person), {{(*texts)[1], true}, (*texts)[2], browser}};
}

}  // namespace

base::Result<Change<Entered>> enter(const Installation& installation, Records& records, const Person& person,
                                    const Entry& entry, base::Instant now) {
  if (person.deactivated) return deactivated();
  const auto seals = office_seals(installation, records);
  if (!seals) return seals.problems();
  if (person.totp_confirmed && !entry.proof.second_factor) {
    return Change<Entered>(CodeNeeded{ticket_of(*seals, person, entry, now)},
                           told_of_own(records, person, "sign_in.code_asked", entry.proof.how));
  }
  return Change<Entered>(signed_in(installation, records, *seals, person, entry, now),
                         told_of_own(records, person, "sign_in", entry.proof.how));
}

base::Result<CodeStep> enter_with_code(const Installation& installation, const Pages& pages,
                                       const std::string& ticket, const std::string& code,
                                       const Browser& browser) {
  return change<CodeStep>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CodeStep>> {
        const auto seals = office_seals(installation, records);
        if (!seals) return seals.problems();
        auto step = begun(records, *seals, ticket, browser, now);
        if (!step) return std::move(step).problems();
        const auto checked = check_code(installation, pages, records, step->person, code, now);
        if (!checked) return checked.problems();
        if (checked->wait) return Change<CodeStep>::bookkeeping(*checked->wait);
        if (!checked->fits)
          return Change<CodeStep>(NotFitting{}, told_of_own(records, step->person, "sign_in.code_refused"));
        return Change<CodeStep>(
            signed_in(installation, records, *seals, step->person, step->entry, now),
            told_of_own(records, step->person, "sign_in", step->entry.proof.how + " and " + checked->means));
      });
}

}  // namespace smm::app
