// SPDX-License-Identifier: Apache-2.0
#include "app/people/sign_in_with_password.hpp"

#include <array>

#include "app/people/known_browser.hpp"
#include "app/people/password_check.hpp"
#include "app/people/person_log.hpp"
#include "crypto/password.hpp"

namespace smm::app {
namespace {

struct Counted {
  std::optional<Person> person;
  std::optional<Throttled> wait;
  std::optional<Counter> counter;  // of the account, as this browser is counted
};

// A browser that the person knows is counted apart from all others.
base::Result<Counter> counter_of(const Installation& installation, Records& records,
                                 const PasswordEntry& entry, const std::optional<Person>& person,
                                 base::Instant now) {
  const auto seals = installation.keys.seals_or_new(records.schools, std::string(office_owner));
  if (!seals) return seals.problems();
  const bool known = person && is_known_browser(*seals, entry.browser.known, *person, now);
  return known ? password_tries_in(entry.browser.known) : password_tries_of(entry.email);
}

base::Result<Counted> counted(const Installation& installation, const PasswordEntry& entry) {
  return change<Counted>(installation.database, installation.clock,
                         [&](Records& records, base::Instant now) -> base::Result<Change<Counted>> {
                           Counted result;
                           result.person = records.people.by_email(entry.email);
                           auto counter = counter_of(installation, records, entry, result.person, now);
                           if (!counter) return std::move(counter).problems();
                           result.counter = *counter;
                           const std::array counters = {*counter, password_tries_from(entry.browser.address)};
                           result.wait = count_tries(records, counters, now);
                           return Change<Counted>::bookkeeping(std::move(result));
                         });
}

base::Result<PasswordStep> refused(const Installation& installation, const std::optional<Person>& person) {
  return change<PasswordStep>(
      installation.database, installation.clock, [&](Records& records, base::Instant) {
        auto told = person ? told_of(records, *person, {"unknown", "sign_in.refused", "password"})
                           : std::vector{told_in_office("unknown", "sign_in.refused", "unknown", "password")};
        return base::Result<Change<PasswordStep>>(Change<PasswordStep>(NotFitting{}, std::move(told)));
      });
}

// The password as it is stored from now on.
std::string stored_anew(const std::string& stored, const std::string& password) {
  return crypto::needs_rehash(stored) ? hashed_password(password) : stored;
}

base::Result<Change<PasswordStep>> let_in(const Installation& installation, Records& records,
                                          const PasswordEntry& entry, const Counted& counted,
                                          const std::string& stored, base::Instant now) {
  auto person = records.people.by_id(counted.person->id);
  // Changed while it was being compared: what fitted is no longer the password.
  if (!person || person->password != counted.person->password)
    return Change<PasswordStep>::nothing(NotFitting{});
  if (person->password != stored) {
    person->password = stored;
    records.people.change(*person);
  }
  forget_tries(records, *counted.counter);
  auto entered =
      enter(installation, records, *person, {{"password", false}, entry.target, entry.browser}, now);
  if (!entered) return std::move(entered).problems();
  PasswordStep step =
      std::visit([](auto&& value) { return PasswordStep(std::move(value)); }, std::move(entered->value));
  return Change<PasswordStep>(std::move(step), std::move(entered->entries));
}

}  // namespace

base::Result<PasswordStep> sign_in_with_password(const Installation& installation,
                                                 const PasswordEntry& entry) {
  const auto tried = counted(installation, entry);
  if (!tried) return tried.problems();
  if (tried->wait) return PasswordStep(*tried->wait);
  const bool open = tried->person && !tried->person->deactivated;
  const std::string stored = open ? tried->person->password : "";
  if (!password_fits(stored, entry.password)) return refused(installation, tried->person);
  const std::string anew = stored_anew(stored, entry.password);
  return change<PasswordStep>(installation.database, installation.clock,
                              [&](Records& records, base::Instant now) {
                                return let_in(installation, records, entry, *tried, anew, now);
                              });
}

}  // namespace smm::app
