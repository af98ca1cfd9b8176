// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_fallback.hpp"

#include "benchmark/problems.hpp"
#include "benchmark/stack_check.hpp"

namespace smm::benchmark {
namespace {

constexpr double sum_rounding = 1e-6;

bool has_row_in(const ProfessionRelease& release, const std::string& area) {
  for (const BinRow& row : release.table)
    if (row.area == area) return true;
  return false;
}

void widen(ProfessionRelease& release, const ProfessionStack& stack, const Outline& outline) {
  for (std::size_t area = 0; area < outline.areas.size(); ++area)
    if (has_row_in(release, outline.areas[area]) && stack_verdict(stack, area) != StackVerdict::kept)
      release.fallen.push_back({outline.areas[area], Fallback::one_block});
}

// What fits nothing cannot be checked further; the whole profession's bin stands.
void withhold(ProfessionRelease& release, const ProfessionStack& stack, const Outline& outline) {
  for (FallenArea& fallen : release.fallen)
    if (stack_verdict(stack, *outline.area(fallen.area)) == StackVerdict::breached)
      fallen.to = Fallback::withheld;
}

bool lies_in(const StackedBin& bin, std::size_t area, const std::vector<StackedUnit>& units) {
  double sum = 0;
  double count = 0;
  for (const std::size_t unit : bin.units) {
    if (!units[unit].scores[area]) continue;
    sum += points(*units[unit].scores[area]);
    ++count;
  }
  return count > 0 && sum >= bin.low * count - sum_rounding && sum <= bin.high * count + sum_rounding;
}

bool gives_its_table(const StackedRound& round) {
  for (const std::string& profession : round.content->outline.professions) {
    const ProfessionStack alone = stack_of({round}, profession);
    for (std::size_t area = 0; area < alone.bins.size(); ++area)
      for (const StackedBin& bin : alone.bins[area])
        if (!lies_in(bin, area, alone.units[bin.round])) return false;
  }
  return true;
}

}  // namespace

void fall_back(FrozenProfession& frozen, const std::vector<StackedRound>& rounds, const Outline& outline,
               const Clauses& clauses, const std::function<void()>& take) {
  const auto make_anew = [&] {
    make_table(frozen, outline, clauses);
    take();
  };
  widen(frozen.release, stack_of(rounds, frozen.release.id), outline);
  if (frozen.release.fallen.empty()) return;
  make_anew();
  withhold(frozen.release, stack_of(rounds, frozen.release.id), outline);
  make_anew();
}

base::Problems tables_that_differ(const std::vector<StackedRound>& rounds) {
  base::Problems problems;
  for (const StackedRound& round : rounds)
    if (round.sheets && !gives_its_table(round))
      problems.emplace_back(problem::earlier_scores_differ, "the scores given for the earlier release " +
                                                                round.content->sha256 +
                                                                " are not those that it was made from");
  return problems;
}

}  // namespace smm::benchmark
