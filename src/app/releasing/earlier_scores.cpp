// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/earlier_scores.hpp"

#include <map>
#include <set>

#include "app/releasing/attested_sheet.hpp"

namespace smm::app {
namespace {

struct AttestedOfRound {
  std::set<std::string> schools;                                                 // whose sheet could be read
  std::map<std::pair<std::string, std::string>, benchmark::SheetScores> sheets;  // by school and program
};

void add_school(Installation& installation, Records& records, const assessment::Round& round,
                const assessment::Participation& part, base::Instant until, const benchmark::Outline& outline,
                AttestedOfRound& all) {
  const auto school = records.schools.by_id(part.school);
  if (!school) return;
  const auto seals = installation.keys.seals(records.schools, school->id.text());
  if (!seals) return;
  const auto attested = attested_sheet(records, *seals, {round, *school, part, {}, {}}, outline, until);
  if (!attested) return;
  all.schools.insert(school->code);
  for (const benchmark::SheetScores& sheet : attested->scores) {
    all.schools.insert(sheet.school_id);
    all.sheets.emplace(std::pair(sheet.school_id, sheet.programme), sheet);
  }
}

}  // namespace

std::optional<benchmark::Scores> earlier_scores(Installation& installation, Records& records,
                                                const KeptRelease& kept, const benchmark::Release& release) {
  const auto round = records.rounds.by_id(kept.round);
  if (!round) return std::nullopt;
  AttestedOfRound all;
  for (const assessment::Participation& part : records.rounds.participations(round->id))
    add_school(installation, records, *round, part, kept.at, release->outline, all);
  benchmark::Scores scores;
  for (const benchmark::PlacedRow& placed : release->frame) {
    if (!placed.row.responded) continue;
    if (!all.schools.contains(placed.row.school_id)) return std::nullopt;
    const auto sheet = all.sheets.find({placed.row.school_id, placed.row.programme});
    if (sheet != all.sheets.end()) scores.push_back(sheet->second);
  }
  return scores;
}

}  // namespace smm::app
