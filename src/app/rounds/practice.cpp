// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/practice.hpp"

#include <algorithm>

#include "app/installation/open_sheet.hpp"
#include "app/installation/problems.hpp"
#include "app/people/email_address.hpp"
#include "app/people/links.hpp"
#include "app/people/person_at.hpp"
#include "app/people/practice_address.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/hand_out.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Round;
using assessment::School;
using assessment::SchoolRole;

constexpr const char* practice_zone = "UTC";
constexpr std::int64_t practice_lasts = 60 * base::one_day;
constexpr std::size_t code_letters = 6;

AuditEntry practice_entry(const Actor& actor, std::string action, const std::string& subject,
                          std::string detail = {}) {
  return {"office", actor.name_in_log(), std::move(action), subject, std::move(detail)};
}

// ---- Making.

base::Result<Round> new_round(const Installation& installation, const Pages& pages,
                              const ShelvedEdition& edition) {
  const auto id = assessment::RoundId::make(installation.random);
  const auto local = installation.zones.local_time(practice_zone, installation.clock.now() + practice_lasts);
  if (!local) return local.problems();
  const auto end = installation.zones.close_of_day(practice_zone, local->day);
  if (!end) return end.problems();
  return Round{.id = id,
               .code = "practice-" + id.text().substr(0, code_letters),
               .title = pages.texts("practice.round", {{"edition", edition.edition.title}}),
               .edition = edition.edition.id,
               .zone = practice_zone,
               .last_day = day_text(local->day),
               .closes = *end,
               .practice = true};
}

School invented_school(const Installation& installation, const render::Texts& texts, const Round& round,
                       const ShelvedEdition& edition, const instrument::Programme& programme,
                       const std::string& letter) {
  const std::string small(1, static_cast<char>(letter.front() - 'A' + 'a'));
  const std::string key = programme.id + "-" + small;
  School school{.id = assessment::SchoolId::make(installation.random),
                .code = round.code + "-" + key,
                .name = texts("practice.school", {{"programme", programme.short_label}, {"letter", letter}}),
                .profession = edition.edition.professions[programme.profession].id,
                .programmes = {programme.id},
                .frame = {},
                .contacts = {}};
  school.frame.institution_id = school.code;
  const assessment::Contact lead{
      texts("practice.lead", {{"programme", programme.short_label}, {"letter", letter}}),
      practice_address("dean-" + key, round.code)};
  (programme.solo ? school.contacts.director : school.contacts.dean) = lead;
  return school;
}

base::Result<bool> add_schools(Installation& installation, const Pages& pages, Records& records,
                               const Round& round, const ShelvedEdition& edition) {
  for (const auto& programme : edition.edition.programmes)
    for (const char* letter : {"A", "B"}) {
      const School school = invented_school(installation, pages.texts, round, edition, programme, letter);
      records.schools.add_practice(school, round.id);
      const auto sealed = installation.keys.seals_or_new(records.schools, school.id.text());
      if (!sealed) return sealed.problems();
    }
  return true;
}

// ---- Erasing.

base::Problem is_real(const std::string& code) {
  return {why::practice_round, "Round " + code + " is not for practice"};
}

// Nobody signs in as them any more.
void close_accounts(Records& records, const Round& round, base::Instant now) {
  for (const auto& part : records.rounds.participations(round.id))
    for (const Membership& member : records.rounds.memberships(SheetKey{part.round, part.school})) {
      auto person = records.people.by_id(member.person);
      if (!person || person->deactivated) continue;
      SMM_ASSERT(is_practice_address(person->email));
      records.sessions.end_all(person->id, std::nullopt, now);
      records.sessions.end_links(person->id, std::nullopt, now);
      person->deactivated = now;
      records.people.change(*person);
    }
}

// ---- Looking as somebody.

void hand_all_to(const Installation& installation, Records& records, const OpenSheet& sheet,
                 const assessment::PersonId& person, base::Instant now) {
  const auto given = records.rounds.assignments(sheet.key());
  for (const auto& packet : sheet.plan->packets) {
    const bool taken = std::ranges::any_of(given, [&](const assessment::Assignment& assignment) {
      return assignment.scope == assessment::Scope::packet && assignment.target == packet.office;
    });
    if (taken) continue;
    records.rounds.add(assessment::Assignment{
        assessment::AssignmentId::make(installation.random), sheet.round.id, sheet.school.id, person,
        assessment::Scope::packet, packet.office, std::nullopt, now, std::nullopt});
  }
}

void let_affirm(Records& records, const OpenSheet& sheet, const assessment::PersonId& person) {
  for (const auto& plan : sheet.plan->packets) {
    auto packet = packet_or_untouched(records, sheet.key(), plan.office, true);
    if (packet.affirmer) continue;
    packet.affirmer = person;
    ++packet.version;
    records.rounds.keep(packet);
  }
}

// Somebody with this role; who was invited to answer for the school is its dean already.
base::Result<Person> somebody_who_is(const Installation& installation, const Pages& pages, Records& records,
                                     const OpenSheet& sheet, SchoolRole role, base::Instant now) {
  for (const Membership& member : records.rounds.memberships(sheet.key())) {
    if (member.role != role) continue;
    auto person = records.people.by_id(member.person);
    if (person && records.rounds.roles(person->id, sheet.key()).size() == 1) return *person;
  }
  const std::string word(to_string(role));
  const std::string key = sheet.school.code.substr(sheet.round.code.size() + 1);
  auto person =
      person_in_round(installation, records, sheet.round,
                      {pages.texts("practice.person", {{"role", pages.texts("role.school." + word)}}),
                       practice_address(word + "-" + key, sheet.round.code)},
                      now);
  if (person) records.rounds.add(Membership{person->id, sheet.school.id, sheet.round.id, role, now});
  return person;
}

base::Result<Change<std::string>> made_link(Installation& installation, const Pages& pages, Records& records,
                                            const Actor& actor, const SheetKey& key, SchoolRole role,
                                            base::Instant now) {
  const auto round = records.rounds.by_id(key.round);
  const auto school = records.schools.by_id(key.school);
  if (!round || !school || !records.rounds.participation(key, true))
    return base::Problem(installation_problem::not_there, "There is no such school in this round");
  if (!round->practice) return is_real(round->code);
  const auto sheet = open_sheet(records, installation.editions, round->code, school->code);
  if (!sheet) return sheet.problems();
  const auto person = somebody_who_is(installation, pages, records, *sheet, role, now);
  if (!person) return person.problems();
  if (role == SchoolRole::author) hand_all_to(installation, records, *sheet, person->id, now);
  if (role == SchoolRole::affirmer) let_affirm(records, *sheet, person->id);
  const std::string path = "/rounds/" + round->code + "/schools/" + school->code;
  const std::string url =
      make_link(installation, records, {LinkUse::invitation, person->id, school->id, path, ""}, now);
  return Change<std::string>(url, practice_entry(actor, "practice.link", round->code + " " + school->code,
                                                 std::string(to_string(role))));
}

}  // namespace

base::Result<Round> make_practice_round(Installation& installation, const Pages& pages, const Actor& actor,
                                        const std::string& edition_id) {
  const auto edition = installation.editions.edition(edition_id);
  if (!edition) return edition.problems();
  const auto round = new_round(installation, pages, **edition);
  if (!round) return round;
  return change<Round>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant) -> base::Result<Change<Round>> {
        records.rounds.add(*round);
        records.campaign.keep({round->id, std::string(practice_mail_text), actor.person.email});
        const auto added = add_schools(installation, pages, records, *round, **edition);
        if (!added) return added.problems();
        return Change<Round>(*round, practice_entry(actor, "practice.make", round->code));
      });
}

base::Result<bool> erase_practice_round(Installation& installation, const std::string& code,
                                        const std::string& actor) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        const auto round = records.rounds.by_code(code);
                        if (!round) return base::Problem(why::round_not_found, "There is no round " + code);
                        if (!round->practice) return is_real(code);
                        close_accounts(records, *round, now);
                        records.rounds.erase_practice(round->id);
                        return Change<bool>(true, AuditEntry{"office", actor, "practice.erase", code, ""});
                      });
}

base::Result<std::string> practice_link(Installation& installation, const Pages& pages, const Actor& actor,
                                        const SheetKey& sheet, SchoolRole role) {
  return change<std::string>(installation.database, installation.clock,
                             [&](Records& records, base::Instant now) {
                               return made_link(installation, pages, records, actor, sheet, role, now);
                             });
}

base::Result<Person> person_in_round(const Installation& installation, Records& records, const Round& round,
                                     const Mailbox& mailbox, base::Instant now) {
  if (!round.practice) return person_at(installation, records, mailbox, now);
  const auto typed = email_address(mailbox.address);
  if (!typed) return typed.problems();
  const std::string address = round_of_practice_address(*typed) == round.code
                                  ? *typed
                                  : practice_address(typed->substr(0, typed->rfind('@')), round.code);
  return invented_person(installation, records, {mailbox.name, address}, now);
}

}  // namespace smm::app
