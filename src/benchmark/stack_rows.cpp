// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_rows.hpp"

#include <algorithm>
#include <set>

#include "base/assert.hpp"
#include "benchmark/block_facts.hpp"

namespace smm::benchmark {
namespace {

// One round with the profession's blocks; `position` holds where each unit stands in ProfessionStack::units.
struct RoundOfProfession {
  const StackedRound* round = nullptr;
  const ProfessionRelease* release = nullptr;
  ProfessionBlocks blocks;
  std::vector<std::size_t> position;
};

std::vector<RoundOfProfession> rounds_of(const std::vector<StackedRound>& rounds,
                                         const std::string& profession) {
  std::vector<RoundOfProfession> found;
  for (const StackedRound& round : rounds) {
    const auto& ids = round.content->outline.professions;
    const auto at = std::ranges::find(ids, profession);
    if (at == ids.end()) continue;
    found.push_back(
        {&round,
         round.content->profession(profession),
         blocks_of(*round.content, rows_of(round.content->frame), static_cast<std::size_t>(at - ids.begin())),
         {}});
  }
  return found;
}

std::vector<std::string> institutions_of(const std::vector<RoundOfProfession>& rounds) {
  std::set<std::string> ids;
  for (const RoundOfProfession& one : rounds)
    for (const Unit& unit : one.blocks.units)
      if (unit.answered) ids.insert(unit.id);
  return {ids.begin(), ids.end()};
}

// Scores by area of `outline`; nothing where the round does not have the area.
std::vector<std::vector<UnitValue>> scores_in(const RoundOfProfession& one, const Outline& outline) {
  std::vector<std::vector<UnitValue>> scores(one.blocks.units.size());
  if (!one.round->sheets) return scores;
  const Outline& own = one.round->content->outline;
  const auto values = values_of_units(one.blocks.units, *one.round->sheets, own.areas.size());
  for (std::size_t unit = 0; unit < scores.size(); ++unit) {
    for (const std::string& area : outline.areas) {
      const auto at = own.area(area);
      scores[unit].push_back(at ? values[*at].score[unit] : std::nullopt);
    }
  }
  return scores;
}

void add_units(RoundOfProfession& one, const Outline& outline, ProfessionStack& stack) {
  auto scores = scores_in(one, outline);
  auto& added = stack.units.emplace_back();
  one.position.resize(one.blocks.units.size());
  for (std::size_t unit = 0; unit < one.blocks.units.size(); ++unit) {
    const Unit& from = one.blocks.units[unit];
    if (!from.answered) continue;
    one.position[unit] = added.size();
    const auto at = std::ranges::lower_bound(stack.institutions, from.id);
    added.push_back(
        {static_cast<std::size_t>(at - stack.institutions.begin()), from.systems, std::move(scores[unit])});
  }
}

void add_bins(const RoundOfProfession& one, std::size_t round, const Outline& outline,
              ProfessionStack& stack) {
  for (const BinRow& row : one.release->table) {
    const auto area = outline.area(row.area);
    const auto joined = one.blocks.joined(row.block);
    if (!area || !joined) continue;
    StackedBin& bin = stack.bins[*area].emplace_back(StackedBin{round, {}, row.low, row.high});
    for (const std::size_t b : *joined)
      for (const std::size_t unit : one.blocks.blocks[b].units) bin.units.push_back(one.position[unit]);
    std::ranges::sort(bin.units);
  }
}

}  // namespace

ProfessionStack stack_of(const std::vector<StackedRound>& rounds, const std::string& profession) {
  SMM_ASSERT(!rounds.empty());
  const Outline& outline = rounds.back().content->outline;
  auto found = rounds_of(rounds, profession);
  ProfessionStack stack;
  stack.institutions = institutions_of(found);
  stack.bins.resize(outline.areas.size());
  for (std::size_t round = 0; round < found.size(); ++round) {
    add_units(found[round], outline, stack);
    add_bins(found[round], round, outline, stack);
    if (!found[round].round->sheets && !found[round].release->table.empty()) stack.scores_known = false;
  }
  return stack;
}

}  // namespace smm::benchmark
