// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/report_readers.hpp"

#include <algorithm>

#include "app/people/person_at.hpp"
#include "app/releasing/problems.hpp"
#include "app/rounds/school_people.hpp"

namespace smm::app {
namespace {

using assessment::SchoolRole;

base::Result<Change<bool>> named(const Installation& installation, const Pages& pages, Records& records,
                                 const Hand& hand, const Mailbox& who, base::Instant now) {
  const SheetKey key = hand.sheet.key();
  if (!records.releases.of(key.round))
    return base::Problem(releasing_problem::not_frozen,
                         "There is a report to read when the program office has frozen the round");
  records.rounds.participation(key, true);
  const auto person = person_at(installation, records, who, now);
  if (!person) return person.problems();
  const auto roles = records.rounds.roles(person->id, key);
  if (std::ranges::find(roles, SchoolRole::reader) != roles.end()) return Change<bool>::nothing(false);
  records.rounds.add(Membership{person->id, key.school, key.round, SchoolRole::reader, now});
  const auto posted = tell_person(installation, pages, records, key, *person, "report_reader", "/report",
                                  {{"by", hand.actor.person.name}}, now);
  if (!posted) return posted.problems();
  return Change<bool>(true, told_by(hand, "person.join", person->id.text(), "reader"));
}

}  // namespace

std::vector<ReportReader> report_readers(Installation& installation, const SheetKey& sheet) {
  std::vector<ReportReader> readers;
  installation.database.read([&](Records& records) {
    readers.clear();
    for (const Membership& member : records.rounds.memberships(sheet)) {
      const auto person = records.people.by_id(member.person);
      if (member.role == SchoolRole::reader && person)
        readers.push_back({person->id, person->name, person->email, member.since});
    }
  });
  std::ranges::sort(readers, {},
                    [](const ReportReader& reader) { return std::pair(reader.name, reader.email); });
  return readers;
}

base::Result<bool> name_reader(Installation& installation, const Pages& pages, const Hand& hand,
                               const Mailbox& who) {
  return change<bool>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    return named(installation, pages, records, hand, who, now);
  });
}

base::Result<bool> take_back_reader(Installation& installation, const Hand& hand,
                                    const assessment::PersonId& person) {
  return remove_from_school(installation, hand.actor, hand.sheet, person, SchoolRole::reader);
}

}  // namespace smm::app
