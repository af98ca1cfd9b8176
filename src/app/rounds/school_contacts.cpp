// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/school_contacts.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/people/person_at.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/invitation.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/roster_plan.hpp"
#include "app/rounds/school_people.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::ParticipationState;
using assessment::School;
using assessment::SchoolRole;
using ContactsChange = base::Result<Change<ContactsOutcome>>;

struct Changing {
  const Installation& installation;
  const Pages& pages;
  const Actor& actor;
};

// Somebody who never answered an invitation may have had nothing to do with the school.
bool has_begun(const assessment::Participation& part) {
  return part.state != ParticipationState::invited && part.state != ParticipationState::declined;
}

base::Result<bool> tell_former_dean(const Changing& by, Records& records, const OpenSheet& sheet,
                                    const Person& former, base::Instant now) {
  Letter mail = letter(by.pages.texts, "dean_ended", {former.name, former.email},
                       {{"name", former.name},
                        {"school", sheet.school.name},
                        {"round", sheet.round.title},
                        {"office", by.installation.mail_from}});
  mail.round = sheet.round.id;
  mail.school = sheet.school.id;
  const auto posted = post_mail(by.installation, by.pages, records, mail, now);
  if (!posted) return posted.problems();
  return true;
}

// Ends the part of everybody who is dean but is not `heir`.
base::Result<bool> end_deans(const Changing& by, Records& records, const OpenSheet& sheet,
                             const assessment::PersonId& heir, base::Instant now) {
  for (const Membership& member : records.rounds.memberships(sheet.key())) {
    if (member.role != SchoolRole::dean || member.person == heir) continue;
    records.rounds.end(member, now);
    if (records.rounds.roles(member.person, sheet.key()).empty())
      give_all_back(records, sheet, member.person, now);
    records.sessions.end_links(member.person, sheet.school.id, now);
    const auto former = records.people.by_id(member.person);
    if (!former || !has_begun(sheet.participation)) continue;
    if (const auto told = tell_former_dean(by, records, sheet, *former, now); !told) return told;
  }
  return true;
}

base::Result<bool> welcome(const Changing& by, Records& records, const OpenSheet& sheet, const Person& dean,
                           base::Instant now) {
  const auto posted =
      has_begun(sheet.participation)
          ? tell_person(by.installation, by.pages, records, sheet.key(), dean, "joined", "",
                        {{"by", by.actor.person.name}, {"role", by.pages.texts("role.school.dean")}}, now)
          : post_invitation(by.installation, by.pages, records, sheet.round, sheet.school, dean, now);
  if (!posted) return posted.problems();
  return true;
}

const assessment::Contact& contact_of(const assessment::Contacts& contacts, Invitee invitee) {
  if (invitee == Invitee::interim) return contacts.interim;
  return invitee == Invitee::director ? contacts.director : contacts.dean;
}

// True when somebody else is the dean now.
base::Result<bool> hand_over(const Changing& by, Records& records, OpenSheet sheet, const School& school,
                             Invitee invitee, base::Instant now) {
  sheet.school = school;
  const assessment::Contact& contact = contact_of(school.contacts, invitee);
  if (contact.email.empty())
    return base::Problem(why::nobody_to_invite, "Without an address nobody can be invited",
                         {std::string(to_string(invitee)) + "_email", 0, 0});
  const auto heir = person_at(by.installation, records, {contact.name, contact.email}, now);
  if (!heir) return heir.problems();
  const auto roles = records.rounds.roles(heir->id, sheet.key());
  if (std::ranges::find(roles, SchoolRole::dean) != roles.end()) return false;
  if (const auto ended = end_deans(by, records, sheet, heir->id, now); !ended) return ended;
  const auto told = tell_leaders(by.installation, by.pages, records, sheet.key(), "dean_changed",
                                 {{"dean", heir->name.empty() ? heir->email : heir->name}}, now);
  if (!told) return told.problems();
  records.rounds.add(Membership{heir->id, school.id, sheet.round.id, SchoolRole::dean, now});
  if (const auto welcomed = welcome(by, records, sheet, *heir, now); !welcomed) return welcomed;
  return true;
}

// Names of the columns that differ; what stands in them is nobody's business in a log.
std::string changed_columns(const School& before, const School& after) {
  const auto old_fields = fields_of(roster_school(before)), new_fields = fields_of(roster_school(after));
  std::string names;
  for (std::size_t i = 0; i < old_fields.size(); ++i)
    if (old_fields[i].value != new_fields[i].value)
      names += (names.empty() ? "" : " ") + std::string(old_fields[i].column);
  return names;
}

std::optional<base::Problem> refusal_of(const OpenSheet& sheet, const NewContacts& wanted) {
  if (sheet.round.practice)
    return base::Problem(why::practice_round,
                         "The people of a practice round are invented and stay as they are");
  if (roster_standing({sheet.school}) == wanted.standing) return std::nullopt;
  return base::Problem(why::roster_moved, "Somebody changed the contacts of this school in the meantime");
}

ContactsChange change_them(Installation& installation, const Changing& by, Records& records,
                           const SheetKey& key, const NewContacts& wanted, base::Instant now) {
  const auto round = records.rounds.by_id(key.round);
  const auto known = records.schools.by_id(key.school);
  if (!round || !known || !records.rounds.participation(key, true))
    return base::Problem(installation_problem::not_there, "There is no such school in this round");
  const auto sheet = open_sheet(records, installation.editions, round->code, known->code);
  if (!sheet) return sheet.problems();
  if (const auto refused = refusal_of(*sheet, wanted)) return *refused;
  School school = *known;
  school.contacts = wanted.contacts;
  ContactsOutcome outcome{school != *known, false};
  if (outcome.changed) records.schools.change(school);
  std::vector<AuditEntry> told;
  if (outcome.changed)
    told.push_back({school.id.text(), by.actor.name_in_log(), "school.contacts", round->code,
                    changed_columns(*known, school)});
  if (wanted.invitee != Invitee::nobody) {
    const auto handed = hand_over(by, records, *sheet, school, wanted.invitee, now);
    if (!handed) return handed.problems();
    outcome.invited = *handed;
    if (*handed)
      told.push_back({school.id.text(), by.actor.name_in_log(), "school.new_dean", round->code, ""});
  }
  if (told.empty()) return Change<ContactsOutcome>::nothing(outcome);
  return Change<ContactsOutcome>(outcome, std::move(told));
}

}  // namespace

std::string_view to_string(Invitee invitee) {
  constexpr std::string_view words[] = {"nobody", "dean", "interim", "director"};
  return words[static_cast<std::size_t>(invitee)];
}

base::Result<ContactsOutcome> change_contacts(Installation& installation, const Pages& pages,
                                              const Actor& actor, const SheetKey& sheet,
                                              const NewContacts& wanted) {
  NewContacts checked = wanted;
  auto contacts = checked_contacts(wanted.contacts);
  if (!contacts) return std::move(contacts).problems();
  checked.contacts = std::move(*contacts);
  const Changing by{installation, pages, actor};
  return change<ContactsOutcome>(installation.database, installation.clock,
                                 [&](Records& records, base::Instant now) {
                                   return change_them(installation, by, records, sheet, checked, now);
                                 });
}

}  // namespace smm::app
