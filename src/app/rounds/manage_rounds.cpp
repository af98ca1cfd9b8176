// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/manage_rounds.hpp"

#include <algorithm>

#include "app/rounds/calendar_day.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/public_rounds.hpp"
#include "base/content_id.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Round;
using assessment::RoundState;

base::Problem bad_round(std::string sentence) {
  return {why::bad_round, std::move(sentence)};
}

// The last moment of a round's last day.
base::Result<base::Instant> end_of(const Installation& installation, const std::string& zone,
                                   const std::string& day) {
  const auto date = calendar_day(day);
  if (!date) return bad_round("\"" + day + "\" is no day; write it as 2026-10-31");
  return installation.zones.close_of_day(zone, *date);
}

base::Problems faults_of(const NewRound& wanted) {
  base::Problems faults;
  if (!base::is_content_id(wanted.code))
    faults.push_back(
        bad_round("The code of a round is made of small letters, digits, dots, dashes and underscores"));
  if (wanted.title.empty() || wanted.title.size() > 200)
    faults.push_back(bad_round("A round has a title, of at most 200 letters"));
  return faults;
}

std::optional<base::Problem> unknown_profession(const ShelvedEdition& edition, const NewRound& wanted) {
  for (const std::string& id : wanted.professions)
    if (std::ranges::find(edition.edition.professions, id, &instrument::Profession::id) ==
        edition.edition.professions.end())
      return bad_round("Edition " + wanted.edition + " has no profession " + id);
  return std::nullopt;
}

// What was chosen, as the log tells it.
std::string choices_of(const Round& round) {
  std::string words;
  const auto add = [&](bool chosen, const std::string& word) {
    if (chosen) words += " " + word;
  };
  add(round.options.legacy_stars, "legacy_stars");
  add(round.options.leave_out_overall, "no_overall");
  add(round.options.score_composition, "score_composition");
  add(round.options.with_module, "with_module");
  for (const std::string& profession : round.professions) add(true, profession);
  return words;
}

AuditEntry told(const std::string& actor, const std::string& action, const Round& round) {
  return {"office", actor, action, round.code, round.last_day};
}

base::Result<Change<Round>> move_round(Records& records, const std::string& code, RoundState to,
                                       const std::function<base::Result<Round>(Round)>& adjust,
                                       const std::string& actor) {
  const auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(why::round_not_found, "There is no round " + code);
  auto next = assessment::moved(*round, to);
  if (!next) return std::move(next).problems();
  auto adjusted = adjust(std::move(*next));
  if (!adjusted) return std::move(adjusted).problems();
  records.rounds.change(*adjusted);
  return Change<Round>(*adjusted,
                       told(actor, to == RoundState::open ? "round.open" : "round.close", *adjusted));
}

// For calendars; a round that is opened again for longer keeps it.
base::Result<bool> keep_first_day(const Installation& installation, Records& records, const Round& round,
                                  base::Instant now) {
  if (records.campaign.text(round.id, first_day_text)) return true;
  const auto local = installation.zones.local_time(round.zone, now);
  if (!local) return local.problems();
  records.campaign.keep({round.id, std::string(first_day_text), day_text(local->day)});
  return true;
}

// Working notes go when the round closes, unless the school keeps them or has to. Each school's log tells it.
void forget_notes(Records& records, Change<Round>& closed, const std::string& actor) {
  using assessment::NotesFate;
  for (const auto& part : records.rounds.participations(closed.value.id)) {
    const SheetKey sheet{part.round, part.school};
    const bool kept = part.notes == NotesFate::keep || part.notes == NotesFate::legal_hold;
    if (kept || records.sheets.notes(sheet).empty()) continue;
    records.sheets.remove_notes(sheet);
    closed.entries.push_back(
        {part.school.text(), actor, "notes.remove", closed.value.code, std::string(to_string(part.notes))});
  }
  std::ranges::stable_sort(closed.entries, {}, &AuditEntry::chain);
}

}  // namespace

base::Result<Round> create_round(Installation& installation, const NewRound& wanted,
                                 const std::string& actor) {
  base::Problems faults = faults_of(wanted);
  if (!faults.empty()) return faults;
  const auto edition = installation.editions.edition(wanted.edition);
  if (!edition) return edition.problems();
  if (const auto refused = unknown_profession(**edition, wanted)) return *refused;
  const auto end = end_of(installation, wanted.zone, wanted.last_day);
  if (!end) return end.problems();
  const Round round{assessment::RoundId::make(installation.random),
                    wanted.code,
                    wanted.title,
                    wanted.edition,
                    wanted.zone,
                    wanted.last_day,
                    *end,
                    RoundState::draft,
                    1,
                    std::nullopt,
                    wanted.options,
                    wanted.professions};
  return change<Round>(installation.database, installation.clock,
                       [&](Records& records, base::Instant) -> base::Result<Change<Round>> {
                         if (records.rounds.by_code(round.code))
                           return base::Problem(why::round_exists,
                                                "There is a round " + round.code + " already");
                         records.rounds.add(round);
                         AuditEntry entry = told(actor, "round.create", round);
                         entry.detail += choices_of(round);
                         return Change<Round>(round, std::move(entry));
                       });
}

base::Result<Round> open_round(Installation& installation, const std::string& code,
                               const std::string& last_day, const std::string& actor) {
  using Opened = base::Result<Change<Round>>;
  return change<Round>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> Opened {
        const auto for_longer = [&](Round round) -> base::Result<Round> {
          if (!last_day.empty()) {
            const auto end = end_of(installation, round.zone, last_day);
            if (!end) return end.problems();
            round.last_day = last_day;
            round.closes = *end;
          }
          if (round.closes < now)
            return bad_round("The last day of round " + code + " is over; open it with a later one");
          return round;
        };
        auto opened = move_round(records, code, RoundState::open, for_longer, actor);
        if (!opened) return opened;
        if (const auto kept = keep_first_day(installation, records, opened->value, now); !kept)
          return kept.problems();
        return opened;
      });
}

base::Result<Round> close_round(Installation& installation, const std::string& code,
                                const std::string& actor) {
  return change<Round>(installation.database, installation.clock, [&](Records& records, base::Instant) {
    const auto as_it_is = [](Round round) -> base::Result<Round> { return round; };
    auto closed = move_round(records, code, RoundState::closed, as_it_is, actor);
    if (closed) forget_notes(records, *closed, actor);
    return closed;
  });
}

}  // namespace smm::app
