// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/freeze_round.hpp"

#include <algorithm>

#include "app/releasing/attested_sheet.hpp"
#include "app/releasing/counted_answers.hpp"
#include "app/releasing/earlier_scores.hpp"
#include "app/releasing/problems.hpp"
#include "app/releasing/round_frame.hpp"
#include "app/rounds/problems.hpp"
#include "base/environment_error.hpp"
#include "benchmark/freeze.hpp"

namespace smm::app {
namespace {

namespace why = releasing_problem;
using assessment::Participation;
using assessment::Round;
using assessment::RoundState;

base::Result<Round> round_named(Records& records, const std::string& code) {
  auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(rounds_problem::round_not_found, "There is no round " + code);
  return std::move(*round);
}

AuditEntry told_office(const std::string& actor, std::string action, const Round& round,
                       std::string detail = {}) {
  return {"office", actor, std::move(action), round.code, std::move(detail)};
}

// All that freezing takes in, as it stood in one state of the database.
struct Collected {
  Round round;
  std::vector<Participation> parts;
  std::vector<benchmark::FrameRow> frame;
  benchmark::FreezeInput input;
};

base::Result<bool> add_sheet(Installation& installation, Records& records, const OpenSheet& sheet,
                             const benchmark::ItemCatalogue& catalogue, Collected& all) {
  const auto seals = installation.keys.seals(records.schools, sheet.school.id.text());
  if (!seals) return seals.problems();
  auto attested = attested_sheet(records, *seals, sheet, all.input.outline, installation.clock.now());
  if (!attested) throw base::EnvironmentError("An attestation of " + sheet.school.code + " is missing.");
  std::ranges::move(attested->scores, std::back_inserter(all.input.scores));
  std::ranges::move(counted_answers(sheet, attested->answers, catalogue),
                    std::back_inserter(all.input.answers->sheets));
  return true;
}

base::Result<bool> add_parts(Installation& installation, Records& records,
                             const std::shared_ptr<const ShelvedEdition>& edition,
                             const benchmark::ItemCatalogue& catalogue, Collected& all) {
  for (const Participation& part : all.parts) {
    const auto school = records.schools.by_id(part.school);
    if (!school) continue;
    std::ranges::move(frame_rows(*school, part), std::back_inserter(all.frame));
    if (!has_responded(part)) continue;
    const auto plan = edition->sheet_plan(school->programmes);
    if (!plan) return plan.problems();
    const auto added =
        add_sheet(installation, records, {all.round, *school, part, edition, *plan}, catalogue, all);
    if (!added) return added.problems();
  }
  return true;
}

base::Result<bool> add_previous(Installation& installation, Records& records, benchmark::FreezeInput& input) {
  for (const KeptRelease& kept : records.releases.all()) {
    auto release = benchmark::read_release(kept.bytes, "release of " + kept.round.text());
    if (!release) return release.problems();
    input.previous_scores.push_back(earlier_scores(installation, records, kept, *release));
    input.previous.push_back(std::move(*release));
  }
  return true;
}

base::Result<Collected> collected(Installation& installation, Records& records, const std::string& code) {
  const auto round = round_named(records, code);
  if (!round) return round.problems();
  if (round->practice)
    return base::Problem(rounds_problem::practice_round,
                         "A practice round is never frozen; delete it when it has served");
  const auto frozen = assessment::moved(*round, RoundState::frozen);
  if (!frozen) return frozen.problems();
  if (!round->checks_end || installation.clock.now() <= *round->checks_end)
    return base::Problem(
        why::checks_not_over,
        "The checks of round " + code + " are not over yet; schools may still correct their sheets");
  const auto edition = installation.editions.edition(*round);
  if (!edition) return edition.problems();
  Collected all{*round, records.rounds.participations(round->id), {}, {}};
  auto catalogue = benchmark::counted_items((*edition)->edition);
  all.input.outline = benchmark::outline_of((*edition)->edition);
  all.input.answers = benchmark::ItemAnswers{catalogue.items, {}};
  if (const auto added = add_parts(installation, records, *edition, catalogue, all); !added)
    return added.problems();
  if (const auto added = add_previous(installation, records, all.input); !added) return added.problems();
  return all;
}

base::Result<benchmark::Release> released(Collected& all) {
  auto frame = benchmark::frame_of(std::move(all.frame), all.input.outline);
  if (!frame) return std::move(frame).problems();
  all.input.frame = std::move(*frame);
  return benchmark::freeze(all.input);
}

// Whatever was collected has to be what still stands.
bool still_stands(Records& records, const Collected& all) {
  return records.rounds.by_id(all.round.id) == all.round &&
         records.rounds.participations(all.round.id) == all.parts;
}

}  // namespace

base::Result<Round> begin_checks(Installation& installation, const std::string& code, std::int64_t days,
                                 const std::string& actor) {
  if (days < 1 || days > 90)
    return base::Problem(why::bad_check_days,
                         "Checks last from 1 to 90 days, and not " + std::to_string(days));
  return change<Round>(installation.database, installation.clock,
                       [&](Records& records, base::Instant now) -> base::Result<Change<Round>> {
                         const auto round = round_named(records, code);
                         if (!round) return round.problems();
                         auto next = assessment::moved(*round, RoundState::checking);
                         if (!next) return std::move(next).problems();
                         next->checks_end = now + days * base::one_day;
                         records.rounds.change(*next);
                         return Change<Round>(
                             *next, told_office(actor, "round.check", *next, std::to_string(days) + " days"));
                       });
}

base::Result<FrozenRound> freeze_round(Installation& installation, const std::string& code,
                                       const std::string& actor) {
  auto all = look<Collected>(installation.database,
                             [&](Records& records) { return collected(installation, records, code); });
  if (!all) return std::move(all).problems();
  const auto release = released(*all);
  if (!release) return release.problems();
  const std::string bytes = benchmark::release_json(*release);
  return change<FrozenRound>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<FrozenRound>> {
        if (!still_stands(records, *all))
          return base::Problem(why::round_moved, "Something changed in round " + code +
                                                     " while it was being frozen; freeze it again");
        const auto frozen = assessment::moved(all->round, RoundState::frozen);
        if (!frozen) return frozen.problems();
        records.rounds.change(*frozen);
        const std::string& hash = release->value().sha256;
        records.releases.add({frozen->id, hash, bytes, now});
        const auto responded = std::ranges::count_if(all->parts, has_responded);
        return Change<FrozenRound>(
            FrozenRound{*frozen, hash, all->parts.size(), static_cast<std::size_t>(responded)},
            told_office(actor, "round.freeze", *frozen, hash));
      });
}

}  // namespace smm::app
