// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/invite_schools.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/rounds/invitation.hpp"
#include "app/rounds/own_words.hpp"
#include "app/rounds/practice.hpp"
#include "app/rounds/problems.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Contact;
using assessment::Participation;
using assessment::ParticipationState;
using assessment::Round;
using assessment::School;

struct Inviting {
  Installation& installation;
  const Pages& pages;
  const Round& round;
  const ShelvedEdition& edition;
  const std::string& actor;
};

base::Result<bool> invite_one(const Inviting& inviting, Records& records, const School& school,
                              base::Instant now) {
  const Contact contact = whom_to_invite(inviting.edition, school);
  const auto person =
      person_in_round(inviting.installation, records, inviting.round, {contact.name, contact.email}, now);
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
  const auto posted =
      post_invitation(inviting.installation, inviting.pages, records, inviting.round, school, *person, now);
  if (!posted) return posted.problems();
  return true;
}

// Whom a round's roster has, sorted by what becomes of each.
struct SortedSchools {
  std::vector<School> invite;
  std::vector<School> without_address;
  std::vector<School> known;
  std::vector<School> not_asked;
};

base::Problems unknown_codes(const std::vector<School>& roster, const std::vector<std::string>& codes) {
  base::Problems unknown;
  for (const std::string& code : codes)
    if (std::ranges::find(roster, code, &School::code) == roster.end())
      unknown.emplace_back(installation_problem::not_there, "The roster has no school " + code);
  return unknown;
}

bool is_asked(const Round& round, const ShelvedEdition& edition, const School& school) {
  return assessment::asks_profession(round, school.profession) &&
         std::ranges::all_of(school.programmes, [&](const std::string& id) {
           return edition.edition.programme(id).has_value();
         });
}

base::Result<SortedSchools> sorted_schools(Records& records, const Round& round,
                                           const ShelvedEdition& edition,
                                           const std::vector<std::string>& codes) {
  auto roster = round.practice ? records.schools.of_practice(round.id) : records.schools.all();
  if (auto unknown = unknown_codes(roster, codes); !unknown.empty()) return unknown;
  SortedSchools sorted;
  for (School& school : roster) {
    if (!codes.empty() && std::ranges::find(codes, school.code) == codes.end()) continue;
    auto& into = !is_asked(round, edition, school)                            ? sorted.not_asked
                 : records.rounds.participation({round.id, school.id}, false) ? sorted.known
                 : whom_to_invite(edition, school).email.empty()              ? sorted.without_address
                                                                              : sorted.invite;
    into.push_back(std::move(school));
  }
  return sorted;
}

base::Result<Change<InviteOutcome>> invite_all(const Inviting& inviting, Records& records,
                                               const std::vector<std::string>& codes, base::Instant now) {
  const auto sorted = sorted_schools(records, inviting.round, inviting.edition, codes);
  if (!sorted) return sorted.problems();
  InviteOutcome outcome{0, sorted->known.size(), {}};
  for (const School& school : sorted->without_address) outcome.without_address.push_back(school.code);
  std::vector<AuditEntry> told;
  for (const School& school : sorted->invite) {
    const auto invited = invite_one(inviting, records, school, now);
    if (!invited) return invited.problems();
    ++outcome.invited;
    told.push_back({school.id.text(), inviting.actor, "school.invite", inviting.round.code, ""});
  }
  if (told.empty()) return Change<InviteOutcome>::nothing(outcome);
  return Change<InviteOutcome>(outcome, std::move(told));
}

std::vector<PlannedSchool> planned(Records& records, const ShelvedEdition& edition,
                                   const std::vector<School>& schools) {
  std::vector<PlannedSchool> list;
  for (const School& school : schools)
    list.push_back({school.code, school.name, invited_as(records, whom_to_invite(edition, school))});
  return list;
}

base::Result<Round> round_to_invite_to(Installation& installation, const std::string& code) {
  auto round = look<Round>(installation.database, [&](Records& records) -> base::Result<Round> {
    auto found = records.rounds.by_code(code);
    if (!found) return base::Problem(why::round_not_found, "There is no round " + code);
    if (found->state != assessment::RoundState::draft && found->state != assessment::RoundState::open)
      return base::Problem(assessment::problem::round_not_open,
                           "Round " + code + " takes no answers, so nobody is invited to it");
    return *found;
  });
  return round;
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

base::Result<InvitePlan> plan_invitations(Installation& installation, const std::string& code,
                                          const std::vector<std::string>& codes) {
  const auto round = round_to_invite_to(installation, code);
  if (!round) return round.problems();
  const auto edition = installation.editions.edition(round->edition);
  if (!edition) return edition.problems();
  return look<InvitePlan>(installation.database, [&](Records& records) -> base::Result<InvitePlan> {
    const auto sorted = sorted_schools(records, *round, **edition, codes);
    if (!sorted) return sorted.problems();
    const auto list = [&](const std::vector<School>& schools) {
      return planned(records, **edition, schools);
    };
    return InvitePlan{*round, list(sorted->invite), list(sorted->without_address), list(sorted->known),
                      list(sorted->not_asked)};
  });
}

base::Result<Mail> preview_invitation(Installation& installation, const Pages& pages, const std::string& code,
                                      const std::string& school) {
  return look<Mail>(installation.database, [&](Records& records) -> base::Result<Mail> {
    const auto invited = invited_at(installation, records, code, school);
    if (!invited) return invited.problems();
    const Letter mail =
        invitation_mail(installation, pages.texts, invited->round, invited->school, invited->to,
                        preview_links(installation), own_words(records, invited->round.id));
    return written_mail(installation, pages, mail, MailId::make(installation.random),
                        installation.clock.now());
  });
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
        const auto person = dean_of(records, sheet);
        if (!person) return base::Problem(why::nobody_to_invite, "The school has nobody to remind");
        const auto posted = post_invitation(installation, pages, records, *round, *school, *person, now);
        if (!posted) return posted.problems();
        return Change<MailId>(*posted, {school->id.text(), actor, "school.remind", round->code, ""});
      });
}

}  // namespace smm::app
