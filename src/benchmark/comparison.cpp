// SPDX-License-Identifier: Apache-2.0
#include "benchmark/comparison.hpp"

#include <algorithm>
#include <numeric>

#include "benchmark/gate.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/peer_choice.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/release_index.hpp"
#include "benchmark/standing.hpp"
#include "stats/standardized_distance.hpp"

namespace smm::benchmark {
namespace {

constexpr std::string_view one_block = "one_block";
constexpr std::string_view own_not_scored = "own_not_scored";

using OwnAreas = std::vector<std::optional<double>>;  // by area

// The mean of the unit's programs, where the school has given its scores.
OwnAreas own_areas(const Scores& own, const Unit& unit, const std::vector<FrameRow>& rows,
                   std::size_t areas) {
  std::vector<std::pair<double, int>> sums(areas);
  for (const SheetScores& sheet : own) {
    const bool is_own = std::ranges::any_of(unit.rows, [&](std::size_t row) {
      return rows[row].school_id == sheet.school_id && rows[row].programme == sheet.programme;
    });
    for (std::size_t area = 0; is_own && area < areas; ++area) {
      if (!sheet.areas[area]) continue;
      sums[area].first += sheet.areas[area]->score;
      ++sums[area].second;
    }
  }
  OwnAreas result(areas);
  for (std::size_t area = 0; area < areas; ++area)
    if (sums[area].second > 0) result[area] = sums[area].first / sums[area].second;
  return result;
}

// The own mean over the areas that have figures; nothing when one of them is not scored.
std::optional<double> own_mean(const OwnAreas& own, const std::vector<std::size_t>& areas,
                               const std::vector<Parts>& by_area) {
  double sum = 0;
  int count = 0;
  for (const std::size_t area : areas) {
    if (by_area[area].empty()) continue;
    if (!own[area]) return std::nullopt;
    sum += *own[area];
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
}

// How many picks each block has.
std::vector<int> picks_by_block(const std::vector<std::size_t>& picks, const ProfessionBlocks& blocks) {
  std::vector<int> by_block(blocks.blocks.size());
  for (const std::size_t unit : picks) ++by_block[*blocks.place[unit]];
  return by_block;
}

// The mean over picks of the midpoint of their part; nothing when all picks are in one part.
std::optional<PeerMean> peer_mean(const Parts& parts, const std::vector<int>& picks_in, bool two_blocks) {
  PeerMean peers;
  int parts_with_picks = 0;
  for (const Part& part : parts) {
    int count = 0;
    for (const std::size_t block : part.blocks) count += picks_in[block];
    if (count == 0) continue;
    ++parts_with_picks;
    peers.mean += count * part.middle;
    peers.picks += count;
    peers.schools_in_blocks += part.answered;
  }
  if (parts_with_picks == 0 || (two_blocks && parts_with_picks < 2)) return std::nullopt;
  peers.mean = two_decimals(peers.mean / peers.picks);
  return peers;
}

class UnitComparison {
 public:
  UnitComparison(const ReleaseContent& content, const ProfessionRelease& release,
                 const ProfessionIndex& index, OwnAreas own, const Clauses& clauses)
      : content_(content), release_(release), index_(index), own_(std::move(own)), clauses_(clauses) {}

  void pick(const std::vector<std::size_t>& picks) { picks_in_ = picks_by_block(picks, index_.blocks); }

  std::vector<ComparedRow> rows() const {
    const Outline& outline = content_.outline;
    std::vector<ComparedRow> rows;
    for (std::size_t area = 0; area < outline.areas.size(); ++area)
      rows.push_back(row(NormLevel::area, outline.areas[area], own_[area], index_.by_area[area]));
    for (std::size_t domain = 0; domain < outline.domains.size(); ++domain)
      rows.push_back(row(NormLevel::domain, outline.domains[domain].id,
                         own_mean(own_, outline.domains[domain].areas, index_.by_area),
                         index_.by_domain[domain]));
    std::vector<std::size_t> areas(outline.areas.size());
    std::iota(areas.begin(), areas.end(), std::size_t{0});
    rows.push_back(row(NormLevel::overall, "overall", own_mean(own_, areas, index_.by_area), index_.overall));
    for (const NormLevel level : {NormLevel::area, NormLevel::domain}) {
      std::vector<ComparedRow*> family;
      for (ComparedRow& row : rows)
        if (row.level == level) family.push_back(&row);
      add_standings(std::move(family));
    }
    return rows;
  }

 private:
  ComparedRow row(NormLevel level, const std::string& id, std::optional<double> own,
                  const Parts& parts) const {
    ComparedRow row;
    row.level = level;
    row.id = id;
    row.own = own;
    if (!own) row.reasons.emplace_back(own_not_scored);
    add_norms(row);
    add_peers(row, parts);
    for (const NormRow& all : content_.all_participants)
      if (all.level == level && all.id == id) row.all_participants = all.mean;
    return row;
  }

  void add_norms(ComparedRow& row) const {
    if (release_.table.empty()) row.reasons.emplace_back(to_string(release_.state));
    for (const NormRow& norm : release_.norms) {
      if (norm.group != "all" || norm.level != row.level || norm.id != row.id) continue;
      row.mean = norm.mean;
      row.low = norm.low;
      row.high = norm.high;
      if (!norm.reason.empty()) row.reasons.push_back(norm.reason);
      if (row.own && norm.percentiles) row.percentile = band_of(*row.own, *norm.percentiles);
    }
    for (const SpreadRow& spread : release_.spread) {
      if (spread.group != "all" || spread.level != row.level || spread.id != row.id) continue;
      if (row.own && row.mean)
        row.distance = stats::standardized_distance(*row.own, *row.mean, spread.sd.points);
    }
  }

  void add_peers(ComparedRow& row, const Parts& parts) const {
    if (picks_in_.empty() || !row.mean) return;
    row.peers = peer_mean(parts, picks_in_, clauses_.ten_peers_two_blocks);
    if (!row.peers) row.reasons.emplace_back(one_block);
  }

  const ReleaseContent& content_;
  const ProfessionRelease& release_;
  const ProfessionIndex& index_;
  OwnAreas own_;
  const Clauses& clauses_;
  std::vector<int> picks_in_;  // by block; empty: nobody was asked about
};

bool gives_enough(const OwnAreas& own) {
  const auto scored = std::ranges::count_if(own, [](const auto& value) { return value.has_value(); });
  return 2 * static_cast<std::size_t>(scored) >= own.size();
}

// The unit that has a row of the school that answered.
std::optional<std::size_t> unit_of(const std::string& school_id, const ReleaseIndex& index,
                                   const ProfessionIndex& profession) {
  const auto [from, to] = index.rows_of_school(school_id);
  for (std::size_t row = from; row < to; ++row)
    if (profession.unit_of_row[row] && index.rows()[row].responded) return profession.unit_of_row[row];
  return std::nullopt;
}

base::Result<Comparison> compare_unit(const ReleaseIndex& index, std::size_t profession, std::size_t unit,
                                      const CompareInput& input, const Clauses& clauses) {
  const ReleaseContent& content = *index.release();
  const ProfessionRelease& release = content.professions[profession];
  const ProfessionIndex& of_profession = index.professions()[profession];
  OwnAreas own =
      own_areas(input.own, of_profession.blocks.units[unit], index.rows(), content.outline.areas.size());
  if (clauses.give_to_get && !gives_enough(own))
    return base::Problem(problem::give_to_get, "school \"" + input.school_id +
                                                   "\" has scores in fewer than half "
                                                   "of the areas of " +
                                                   release.id);
  UnitComparison unit_comparison(content, release, of_profession, std::move(own), clauses);
  if (input.peers) {
    const auto picks = chosen_peers(*input.peers, index, of_profession, unit);
    if (!picks) return picks.problems();
    if (clauses.ten_peers_two_blocks && picks->size() < least_peers)
      return base::Problem(problem::too_few_peers, std::to_string(picks->size()) + " peers in " + release.id +
                                                       " took part; at least 10 are needed");
    if (!picks->empty()) unit_comparison.pick(*picks);
  }
  return Comparison{input.school_id, release.id, content.sha256,        std::string(to_string(release.state)),
                    release.width,   release.k,  release.fewest_scored, unit_comparison.rows()};
}

base::Problem nothing_to_compare(const std::string& school_id, const ReleaseIndex& index) {
  const auto [from, to] = index.rows_of_school(school_id);
  if (from == to)
    return base::Problem(problem::school_unknown, "the release has no school \"" + school_id + "\"");
  return base::Problem(problem::not_a_participant,
                       "school \"" + school_id + "\" did not answer in this round");
}

}  // namespace

base::Result<std::vector<Publishable<Comparison>>> compare(const ReleaseIndex& index,
                                                           const CompareInput& input,
                                                           const Clauses& clauses) {
  std::vector<Publishable<Comparison>> comparisons;
  for (std::size_t p = 0; p < index.professions().size(); ++p) {
    const auto unit = unit_of(input.school_id, index, index.professions()[p]);
    if (!unit) continue;
    auto comparison = compare_unit(index, p, *unit, input, clauses);
    if (!comparison) return std::move(comparison).problems();
    comparisons.push_back(Gate::pass(std::move(*comparison)));
  }
  if (comparisons.empty()) return nothing_to_compare(input.school_id, index);
  return comparisons;
}

base::Result<std::vector<Publishable<Comparison>>> compare(const Release& release, const CompareInput& input,
                                                           const Clauses& clauses) {
  // Does not own the release: the index ends before it.
  const std::shared_ptr<const Release> borrowed(std::shared_ptr<const Release>(), &release);
  return compare(ReleaseIndex(borrowed, clauses), input, clauses);
}

}  // namespace smm::benchmark
