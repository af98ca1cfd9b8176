// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/invitation_letters.hpp"

#include "app/installation/change.hpp"
#include "app/people/letter_code.hpp"
#include "app/rounds/invitation.hpp"
#include "app/rounds/own_words.hpp"
#include "app/rounds/problems.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Participation;
using assessment::ParticipationState;
using assessment::Round;
using assessment::RoundState;
using assessment::School;

// A round may be extended; its codes live as long as it goes on, and this much longer at most.
constexpr std::int64_t longest_extension = 365 * base::one_day;
constexpr const char* dead_code = "XXXX-XXXX-XXXX";

base::Result<Round> round_by_code(Records& records, const std::string& code) {
  auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(why::round_not_found, "There is no round " + code);
  return *round;
}

bool waits_for_word(const Participation& part, bool asked_for) {
  return part.state == ParticipationState::invited ||
         (asked_for && part.state == ParticipationState::declined);
}

PostLetter letter_to(const School& school, const Mailbox& to) {
  return {school.id, school.code, school.name, std::nullopt, to, address_lines(school.contacts.address), ""};
}

void add_own_words(Records& records, PostLetters& letters) {
  const OwnWords own = own_words(records, letters.round.id);
  letters.own = paragraphs_of(own.invitation);
  letters.signature = own.signature;
}

base::Result<PostLetters> drafted(Records& records, const Round& round, const std::string& wanted) {
  PostLetters drafts{round, {}};
  for (const Participation& part : records.rounds.participations(round.id)) {
    const auto school = records.schools.by_id(part.school);
    if (!school || (!wanted.empty() && school->code != wanted) || !waits_for_word(part, !wanted.empty()))
      continue;
    const auto dean = dean_of(records, {part.round, part.school});
    if (!dean) continue;
    PostLetter one = letter_to(*school, {dean->name, dean->email});
    one.person = dean->id;
    one.code = new_letter_code();
    drafts.letters.push_back(std::move(one));
  }
  std::ranges::sort(drafts.letters, {}, &PostLetter::school_code);
  if (drafts.letters.empty())
    return base::Problem(why::nobody_to_invite, "No school of this round waits for a letter");
  add_own_words(records, drafts);
  return drafts;
}

}  // namespace

base::Result<PostLetters> draft_letters(Installation& installation, const std::string& code,
                                        const std::string& school) {
  return look<PostLetters>(installation.database, [&](Records& records) -> base::Result<PostLetters> {
    const auto round = round_by_code(records, code);
    if (!round) return round.problems();
    if (round->state != RoundState::draft && round->state != RoundState::open)
      return base::Problem(assessment::problem::round_not_open,
                           "Round " + code + " takes no answers, so nobody is invited to it");
    return drafted(records, *round, school);
  });
}

base::Result<PostLetters> preview_letter(Installation& installation, const std::string& code,
                                         const std::string& school_code) {
  return look<PostLetters>(installation.database, [&](Records& records) -> base::Result<PostLetters> {
    const auto invited = invited_at(installation, records, code, school_code);
    if (!invited) return invited.problems();
    PostLetters preview{invited->round, {letter_to(invited->school, invited->to)}, true};
    preview.letters.front().code = dead_code;
    add_own_words(records, preview);
    return preview;
  });
}

base::Result<std::size_t> keep_letters(Installation& installation, const PostLetters& letters,
                                       const std::string& actor) {
  SMM_ASSERT(!letters.preview && !letters.letters.empty());
  return change<std::size_t>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<std::size_t>> {
        std::vector<AuditEntry> told;
        for (const PostLetter& one : letters.letters) {
          const NewLink link{LinkUse::invitation, one.person, one.school,
                             path_of_part(letters.round.code, one.school_code), ""};
          keep_letter_code(records, link, one.code, letters.round.closes + longest_extension, now);
          told.push_back({one.school.text(), actor, "school.letter", letters.round.code, ""});
        }
        return Change<std::size_t>(letters.letters.size(), std::move(told));
      });
}

}  // namespace smm::app
