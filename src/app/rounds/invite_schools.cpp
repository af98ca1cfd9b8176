// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/invite_schools.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/people/links.hpp"
#include "app/people/person_at.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Contact;
using assessment::Participation;
using assessment::ParticipationState;
using assessment::Round;
using assessment::School;

// Programs that answer in solo mode are led by a director.
bool answers_alone(const ShelvedEdition& edition, const School& school) {
  return std::ranges::all_of(school.programmes, [&](const std::string& id) {
    const auto position = edition.edition.programme(id);
    return position && edition.edition.programmes[*position].solo;
  });
}

// Who is invited: an interim dean stands in for a dean; either may be missing.
Contact whom_to_invite(const ShelvedEdition& edition, const School& school) {
  const auto& contacts = school.contacts;
  std::vector<Contact> order = {contacts.interim, contacts.dean, contacts.director};
  if (answers_alone(edition, school)) order = {contacts.director, contacts.interim, contacts.dean};
  const auto found =
      std::ranges::find_if(order, [](const Contact& contact) { return !contact.email.empty(); });
  return found == order.end() ? Contact{} : *found;
}

struct Inviting {
  Installation& installation;
  const Pages& pages;
  const Round& round;
  const ShelvedEdition& edition;
  const std::string& actor;
};

base::Result<MailId> post_invitation(const Inviting& inviting, Records& records, const School& school,
                                     const Person& person, base::Instant now) {
  const std::string path = "/rounds/" + inviting.round.code + "/schools/" + school.code;
  const NewLink link{LinkUse::invitation, person.id, school.id, path, ""};
  Letter mail = letter(inviting.pages.texts, "school_invitation", {person.name, person.email},
                       {{"name", person.name},
                        {"school", school.name},
                        {"round", inviting.round.title},
                        {"last_day", inviting.round.last_day},
                        {"office", inviting.installation.mail_from}});
  mail.url = make_link(inviting.installation, records, link, now);
  mail.round = inviting.round.id;
  mail.school = school.id;
  return post_mail(inviting.installation, inviting.pages, records, mail, now);
}

base::Result<bool> invite_one(const Inviting& inviting, Records& records, const School& school,
                              const Contact& contact, base::Instant now) {
  const auto person = person_at(inviting.installation, records, {contact.name, contact.email}, now);
  if (!person) return person.problems();
  Participation part{.round = inviting.round.id,
                     .school = school.id,
                     .priorities = {},
                     .invited_at = now,
                     .accepted_at = std::nullopt,
                     .submitted_at = std::nullopt};
  part.solo = answers_alone(inviting.edition, school);
  records.rounds.add(part);
  records.rounds.add(Membership{person->id, school.id, inviting.round.id, assessment::SchoolRole::dean, now});
  const auto posted = post_invitation(inviting, records, school, *person, now);
  if (!posted) return posted.problems();
  return true;
}

bool is_wanted(const ShelvedEdition& edition, const School& school, const std::vector<std::string>& codes) {
  const bool has_programmes = std::ranges::all_of(
      school.programmes, [&](const std::string& id) { return edition.edition.programme(id).has_value(); });
  return has_programmes && (codes.empty() || std::ranges::find(codes, school.code) != codes.end());
}

base::Result<Change<InviteOutcome>> invite_all(const Inviting& inviting, Records& records,
                                               const std::vector<std::string>& codes, base::Instant now) {
  InviteOutcome outcome;
  std::vector<AuditEntry> told;
  for (const School& school : records.schools.all()) {
    if (!is_wanted(inviting.edition, school, codes)) continue;
    if (records.rounds.participation({inviting.round.id, school.id}, false)) {
      ++outcome.known;
      continue;
    }
    const Contact contact = whom_to_invite(inviting.edition, school);
    if (contact.email.empty()) {
      outcome.without_address.push_back(school.code);
      continue;
    }
    const auto invited = invite_one(inviting, records, school, contact, now);
    if (!invited) return invited.problems();
    ++outcome.invited;
    told.push_back({school.id.text(), inviting.actor, "school.invite", inviting.round.code, ""});
  }
  if (told.empty()) return Change<InviteOutcome>::nothing(outcome);
  return Change<InviteOutcome>(outcome, std::move(told));
}

base::Result<Round> round_to_invite_to(Installation& installation, const std::string& code) {
  auto round = look<Round>(installation.database, [&](Records& records) -> base::Result<Round> {
    auto found = records.rounds.by_code(code);
    if (!found) return base::Problem(why::round_not_found, "There is no round " + code);
    return *found;
  });
  return round;
}

const Membership* dean_among(const std::vector<Membership>& members) {
  const auto found = std::ranges::find(members, assessment::SchoolRole::dean, &Membership::role);
  return found == members.end() ? nullptr : &*found;
}

}  // namespace

base::Result<InviteOutcome> invite_schools(Installation& installation, const Pages& pages,
                                           const std::string& code, const std::vector<std::string>& codes,
                                           const std::string& actor) {
  const auto round = round_to_invite_to(installation, code);
  if (!round) return round.problems();
  const auto edition = installation.editions.edition(round->edition);
  if (!edition) return edition.problems();
  const Inviting inviting{installation, pages, *round, **edition, actor};
  return change<InviteOutcome>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) { return invite_all(inviting, records, codes, now); });
}

base::Result<MailId> remind_school(Installation& installation, const Pages& pages, const SheetKey& sheet,
                                   const std::string& actor) {
  return change<MailId>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<MailId>> {
        const auto round = records.rounds.by_id(sheet.round);
        const auto school = records.schools.by_id(sheet.school);
        const auto part = records.rounds.participation(sheet, true);
        if (!round || !school || !part)
          return base::Problem(installation_problem::not_there, "There is no such school in this round");
        const auto members = records.rounds.memberships(sheet);
        const Membership* dean = dean_among(members);
        const auto person = dean != nullptr ? records.people.by_id(dean->person) : std::nullopt;
        if (!person) return base::Problem(why::nobody_to_invite, "The school has nobody to remind");
        const auto edition = installation.editions.edition(round->edition);
        if (!edition) return edition.problems();
        const auto posted =
            post_invitation({installation, pages, *round, **edition, actor}, records, *school, *person, now);
        if (!posted) return posted.problems();
        return Change<MailId>(*posted, {school->id.text(), actor, "school.remind", round->code, ""});
      });
}

}  // namespace smm::app
