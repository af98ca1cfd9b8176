// SPDX-License-Identifier: Apache-2.0
#include "app/people/second_factor.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/people/notices.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "app/people/recovery_codes.hpp"
#include "crypto/totp.hpp"

namespace smm::app {
namespace {

// As people copy them: "123 456".
std::string without_spaces(std::string_view typed) {
  std::string code;
  std::ranges::copy_if(typed, std::back_inserter(code), [](char c) { return c != ' '; });
  return code;
}

bool looks_like_app_code(std::string_view code) {
  return code.size() == 6 && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

// Each step counts once, and none before it counts any more.
bool use_app_code(const Installation& installation, Records& records, Person& person, const std::string& code,
                  base::Instant now) {
  const auto seals = installation.keys.seals(records.schools, std::string(office_owner));
  if (!seals || !person.totp_confirmed) return false;
  const std::string secret = seals->open({"totp", person.id.text()}, person.totp_secret);
  const auto step = crypto::matched_totp_step(secret, code, static_cast<std::uint64_t>(now.seconds()));
  if (!step || static_cast<std::int64_t>(*step) <= person.totp_step) return false;
  person.totp_step = static_cast<std::int64_t>(*step);
  records.people.change(person);
  return true;
}

base::Result<CodeCheck> fitting(const Installation& installation, const Pages& pages, Records& records,
                                const Person& person, bool recovery, base::Instant now) {
  forget_tries(records, code_tries_of(person));
  if (!recovery) return CodeCheck{true, std::nullopt, "code"};
  const auto told = post_notice(installation, pages, records, person, "recovery_code_used", now);
  if (!told) return told.problems();
  return CodeCheck{true, std::nullopt, "recovery code"};
}

}  // namespace

base::Result<CodeCheck> check_code(const Installation& installation, const Pages& pages, Records& records,
                                   Person& person, const std::string& typed, base::Instant now) {
  // Counted first: the counter's row also keeps two tries from running side by side.
  if (const auto wait = count_try(records, code_tries_of(person), now)) return CodeCheck{false, wait};
  auto current = records.people.by_id(person.id);
  if (!current) return CodeCheck{};
  person = std::move(*current);
  const std::string code = without_spaces(typed);
  const bool recovery = !looks_like_app_code(code);
  const bool fits = recovery ? use_recovery_code(records.people, person.id, code, now)
                             : use_app_code(installation, records, person, code, now);
  if (!fits) return CodeCheck{};
  return fitting(installation, pages, records, person, recovery, now);
}

base::Result<std::vector<std::string>> new_recovery_codes(const Installation& installation,
                                                          const Pages& pages, const Actor& actor) {
  using Codes = std::vector<std::string>;
  return change<Codes>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Codes>> {
        Codes codes = give_recovery_codes(records.people, actor.person.id);
        const auto told = post_notice(installation, pages, records, actor.person, "recovery_codes_new", now);
        if (!told) return told.problems();
        return Change<Codes>(std::move(codes),
                             told_of_own(records, actor.person, "second_factor.recovery_codes"));
      });
}

base::Result<bool> give_up_second_factor(const Installation& installation, const Pages& pages,
                                         const Actor& actor) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        auto person = records.people.by_id(actor.person.id);
        if (!person || !records.people.office_roles(actor.person.id).empty())
          return base::Problem(people_problem::second_factor_kept,
                               "With a role in the program office you sign in with one-time codes");
        person->totp_secret.clear();
        person->totp_confirmed = false;
        records.people.change(*person);
        records.people.set_recovery_codes(person->id, {});
        const auto told = post_notice(installation, pages, records, *person, "second_factor_off", now);
        if (!told) return told.problems();
        return Change<bool>(true, told_of_own(records, *person, "second_factor.off"));
      });
}

}  // namespace smm::app
