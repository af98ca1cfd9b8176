// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/school_people.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/people/links.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/practice.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::SchoolRole;

AuditEntry told(const OpenSheet& sheet, const Actor& actor, std::string action,
                const assessment::PersonId& person, SchoolRole role) {
  return {sheet.school.id.text(), actor.name_in_log(), std::move(action),
          sheet.round.code + " " + person.text(), std::string(to_string(role))};
}

bool leads(SchoolRole role) {
  return role == SchoolRole::dean || role == SchoolRole::coordinator;
}

std::size_t leaders_left(const std::vector<Membership>& members, const Membership& without) {
  return static_cast<std::size_t>(std::ranges::count_if(members, [&](const Membership& member) {
    const bool same = member.person == without.person && member.role == without.role;
    return leads(member.role) && !same;
  }));
}

}  // namespace

void give_all_back(Records& records, const OpenSheet& sheet, const assessment::PersonId& person,
                   base::Instant now) {
  const SheetKey key = sheet.key();
  for (const auto& assignment : records.rounds.assignments(key, person))
    records.rounds.end(assignment.id, now);
  for (auto packet : records.rounds.packets(key)) {
    if (packet.affirmer != person) continue;
    packet.affirmer.reset();
    ++packet.version;
    records.rounds.keep(packet);
  }
  records.sessions.end_links(person, sheet.school.id, now);
}

base::Result<MailId> tell_person(const Installation& installation, const Pages& pages, Records& records,
                                 const SheetKey& sheet, const Person& person, std::string_view kind,
                                 const std::string& path_below, const std::vector<render::TextArgument>& more,
                                 base::Instant now) {
  const auto round = records.rounds.by_id(sheet.round);
  const auto school = records.schools.by_id(sheet.school);
  std::vector<render::TextArgument> arguments = more;
  arguments.insert(arguments.end(), {{"name", person.name},
                                     {"school", school->name},
                                     {"round", round->title},
                                     {"last_day", round->last_day},
                                     {"office", installation.mail_from}});
  const std::string path = "/rounds/" + round->code + "/schools/" + school->code + path_below;
  Letter mail = letter(pages.texts, kind, {person.name, person.email}, arguments);
  mail.url = make_link(installation, records, {LinkUse::invitation, person.id, school->id, path, ""}, now);
  mail.round = sheet.round;
  mail.school = sheet.school;
  return post_mail(installation, pages, records, mail, now);
}

base::Result<std::size_t> tell_leaders(const Installation& installation, const Pages& pages, Records& records,
                                       const SheetKey& sheet, std::string_view kind,
                                       const std::vector<render::TextArgument>& more, base::Instant now) {
  std::vector<assessment::PersonId> told_already;
  for (const Membership& member : records.rounds.memberships(sheet)) {
    const bool again = std::ranges::find(told_already, member.person) != told_already.end();
    const auto person = records.people.by_id(member.person);
    if (!leads(member.role) || again || !person) continue;
    const auto posted = tell_person(installation, pages, records, sheet, *person, kind, "", more, now);
    if (!posted) return posted.problems();
    told_already.push_back(member.person);
  }
  return told_already.size();
}

base::Result<Person> join_school(const Installation& installation, const Pages& pages, Records& records,
                                 const Actor& actor, const OpenSheet& sheet, const Joining& joining,
                                 base::Instant now) {
  auto person = person_in_round(installation, records, sheet.round, joining.who, now);
  if (!person) return person;
  const auto roles = records.rounds.roles(person->id, sheet.key());
  const bool known = !roles.empty() || person->id == actor.person.id;
  records.rounds.add(Membership{person->id, sheet.school.id, sheet.round.id, joining.role, now});
  if (known) return person;
  const std::string role = pages.texts("role.school." + std::string(to_string(joining.role)));
  const auto posted = tell_person(installation, pages, records, sheet.key(), *person, "joined", "",
                                  {{"by", actor.person.name}, {"role", role}}, now);
  if (!posted) return posted.problems();
  return person;
}

base::Result<Person> add_to_school(Installation& installation, const Pages& pages, const Actor& actor,
                                   const OpenSheet& sheet, const Joining& joining) {
  return change<Person>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Person>> {
        records.rounds.participation(sheet.key(), true);
        const auto person = join_school(installation, pages, records, actor, sheet, joining, now);
        if (!person) return person.problems();
        return Change<Person>(*person, told(sheet, actor, "person.join", person->id, joining.role));
      });
}

base::Result<bool> remove_from_school(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                                      const assessment::PersonId& person, SchoolRole role) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        records.rounds.participation(sheet.key(), true);
        const auto members = records.rounds.memberships(sheet.key());
        const auto found = std::ranges::find_if(members, [&](const Membership& member) {
          return member.person == person && member.role == role;
        });
        if (found == members.end())
          return base::Problem(why::not_a_member, "This person does not have that part at the school");
        const auto own = records.rounds.roles(actor.person.id, sheet.key());
        const bool dean = std::ranges::find(own, SchoolRole::dean) != own.end();
        if (role == SchoolRole::dean && !dean)
          return base::Problem(installation_problem::not_allowed, "Only a dean can end the dean's part");
        if (role == SchoolRole::reader && !dean && !sheet.participation.solo)
          return base::Problem(installation_problem::not_allowed,
                               "Who reads the report is for the dean to say");
        if (leads(role) && leaders_left(members, *found) == 0)
          return base::Problem(why::last_coordinator, "Name another coordinator first; a school needs one");
        records.rounds.end(*found, now);
        if (records.rounds.roles(person, sheet.key()).empty()) give_all_back(records, sheet, person, now);
        return Change<bool>(true, told(sheet, actor, "person.leave", person, role));
      });
}

}  // namespace smm::app
