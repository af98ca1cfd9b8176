// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_check.hpp"

#include <algorithm>

#include "benchmark/stack_ranges.hpp"
#include "benchmark/stack_tellers.hpp"

namespace smm::benchmark {
namespace {

constexpr std::size_t most_tellers = 2;

// The first unknown that is left less than 20 points; for views that may be wrong, `in_it` asks for its score
// to lie in the range.
std::optional<std::size_t> narrow_unknown(const AreaStack& stack, StackRanges& ranges, bool in_it) {
  for (std::size_t unknown = 0; unknown < stack.unknowns.size(); ++unknown) {
    if (ranges.leaves(unknown, kept_points)) continue;
    const auto& scores = stack.unknowns[unknown].scores;
    if (!in_it || std::ranges::any_of(scores, [&](double score) { return ranges.holds(unknown, score); }))
      return unknown;
  }
  return std::nullopt;
}

// Within 20 points of an end, two who know can be left with less.
bool near_an_end(double score) {
  return score < kept_points || score > 100 - kept_points;
}

std::optional<StackBreach> breach_by_tellers(const AreaStack& stack, const std::vector<double>& scores) {
  StackTellers tellers(stack, scores);
  for (std::size_t unknown = 0; unknown < scores.size(); ++unknown) {
    if (near_an_end(scores[unknown])) continue;
    if (auto found = tellers.against(unknown, most_tellers))
      return StackBreach{stack.unknowns[unknown].name, std::move(*found)};
  }
  return std::nullopt;
}

// The score where it is known, else the middle of the bin printed last.
std::vector<double> likely_scores(const AreaStack& stack) {
  std::vector<double> likely(stack.unknowns.size());
  for (const StackRow& row : stack.rows)
    for (const std::size_t unknown : row.unknowns)
      likely[unknown] = (row.low + row.high) / 2 / static_cast<double>(row.unknowns.size());
  for (std::size_t unknown = 0; unknown < likely.size(); ++unknown)
    if (!stack.unknowns[unknown].scores.empty()) likely[unknown] = stack.unknowns[unknown].scores.back();
  return likely;
}

StackVerdict verdict_of(bool breached) {
  return breached ? StackVerdict::breached : StackVerdict::kept;
}

StackVerdict verdict_without_earlier_scores(const AreaStack& stack) {
  StackRanges ranges(stack);
  if (!ranges.any_scores_fit()) return StackVerdict::nothing_fits;
  if (narrow_unknown(stack, ranges, false)) return StackVerdict::breached;
  const auto scores = nearest_scores(stack, likely_scores(stack));
  return verdict_of(!scores || breach_by_tellers(stack, *scores));
}

bool best_informed_breaches(const AreaStack& stack) {
  StackRanges ranges(stack);
  if (!ranges.any_scores_fit() || narrow_unknown(stack, ranges, false)) return true;
  std::vector<double> scores;
  for (const StackUnknown& unknown : stack.unknowns) scores.push_back(unknown.scores.front());
  return breach_by_tellers(stack, scores).has_value();
}

bool wrong_view_breaches(const AreaStack& view, const AreaStack& best) {
  if (view.rows == best.rows) return false;
  StackRanges ranges(view);
  return ranges.any_scores_fit() && narrow_unknown(view, ranges, true);
}

}  // namespace

std::optional<StackBreach> breach_by_releases(const ProfessionStack& stack, std::size_t area) {
  const AreaStack view = area_stack(stack, area, of_releases);
  StackRanges ranges(view);
  if (!ranges.any_scores_fit()) return std::nullopt;
  const auto unknown = narrow_unknown(view, ranges, false);
  if (!unknown) return std::nullopt;
  return StackBreach{view.unknowns[*unknown].name, {}};
}

StackVerdict stack_verdict(const ProfessionStack& stack, std::size_t area) {
  if (!stack.scores_known) return verdict_without_earlier_scores(area_stack(stack, area, of_releases));
  if (breach_by_releases(stack, area)) return StackVerdict::breached;
  const AreaStack best = area_stack(stack, area, best_informed);
  if (best_informed_breaches(best)) return StackVerdict::breached;
  for (const StackReader& reader : {StackReader{true, false}, StackReader{false, true}})
    if (wrong_view_breaches(area_stack(stack, area, reader), best)) return StackVerdict::breached;
  return StackVerdict::kept;
}

}  // namespace smm::benchmark
