// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <set>

#include "answer_search.hpp"
#include "clause_trials.hpp"
#include "elimination.hpp"
#include "figures.hpp"
#include "group_means.hpp"
#include "intervals.hpp"
#include "item_attack.hpp"
#include "late_rounds.hpp"
#include "release_tool.hpp"
#include "side_doors.hpp"

namespace smm::attacks {
namespace {

World medicine(int answering) {
  WorldSpec spec;
  spec.seed = 7;
  spec.answering = answering;
  return make_world(spec);
}

const Site& first_site(const Round& round) {
  return round.frame[static_cast<std::size_t>(round.units.front().sites.front())];
}

double score_of(const Round& round, std::size_t unit, std::size_t area) {
  return *round.units[unit].values[area];
}

// T1, T2: answers from scores instead of from the table.
Finding solved(Tool& tool, int sets) {
  const World world = medicine(83);
  tool.publish(world);
  const Round& round = world.rounds.front();
  std::vector<Question> questions =
      sets > 0 ? random_peer_sets(round, "medicine", sets, 10, 2) : all_filters(round, "medicine");
  const Recovered recovered =
      recover_exactly(round, 0, ask(tool, world, 0, first_site(round), questions).front());
  return {"",
          "",
          recovered.units,
          recovered.determined,
          0,
          recovered.determined > 0 ? 0.0 : 100.0,
          recovered.determined};
}

ClauseTrial answers_from_scores(const std::string& leak, const std::string& attack, int fewest, int sets) {
  return {"answers only from the table", leak, attack,
          [=] {
            ReleaseTool tool;
            return solved(tool, sets > 0 ? sets : 400);
          },
          [=] { return solved(*minimum_size_tool(fewest), sets); }};
}

// T4: the percentile of a draft among one's picks, as it is edited.
double share_below(const std::vector<double>& peers, double draft) {
  double below = 0;
  for (const double peer : peers) below += peer < draft ? 1 : 0;
  return below;
}

Finding drafts_of_release() {
  const World world = medicine(60);
  ReleaseTool tool;
  tool.publish(world);
  return drafts(tool, world);
}

Finding drafts_among_picks() {
  const World world = medicine(60);
  std::vector<double> peers;
  for (std::size_t unit = 0; unit < 12; ++unit) peers.push_back(score_of(world.rounds.front(), unit, 0));
  Finding finding{"", "", 12, 0, 0, 100, 0};
  double seen = 0;
  for (double draft = 0; draft <= 100.5; draft += .5) {
    const double below = share_below(peers, draft);
    for (; seen < below; ++seen) {
      const auto hits = std::ranges::count(peers, draft - .5);
      finding.found += hits > 0 ? 1 : 0;
      finding.narrowest = .5;
    }
  }
  finding.determined = finding.found;
  return finding;
}

// T5: norms that are released again whenever a school comes in.
Finding live_norms(int late) {
  const World world = with_late_units(medicine(60), late);
  ReleaseTool tool;
  tool.repeat_rounds();
  Evidence evidence{&world, {}};
  for (const Files& files : tool.publish(world)) evidence.rounds.push_back(read_files(files));
  const RangeTally tally = ranges_over_stack(evidence, 1).all_others;
  return {"", "", tally.looked, tally.leaks(), tally.excused, tally.narrowest, tally.determined};
}

// T5: a school reopened, corrected and released again: without it in between.
Finding reopened(bool in_one_release) {
  const World world = with_reopened_units(medicine(60), 1);
  ReleaseTool tool;
  if (!in_one_release) tool.repeat_rounds();
  World seen = world;
  if (in_one_release) seen.rounds.resize(1);
  Evidence evidence{&seen, {}};
  for (const Files& files : tool.publish(seen)) evidence.rounds.push_back(read_files(files));
  const RangeTally tally = ranges_over_stack(evidence, 1).all_others;
  return {"", "", tally.looked, tally.leaks(), tally.excused, tally.narrowest, tally.determined};
}

// T6: two rounds of a release, one school joined: its answers, or a range of any score that is too narrow.
Finding joiner_of_release() {
  const World world = with_late_units(medicine(60), 1);
  ReleaseTool tool;
  Evidence evidence{&world, {}};
  for (const Files& files : tool.publish(world)) evidence.rounds.push_back(read_files(files));
  Finding finding = answers_of_who_joined(evidence);
  const RangeTally tally = ranges_over_stack(evidence, 1).alone;
  finding.looked += tally.looked;
  finding.found += tally.narrow;
  return finding;
}

// The change of a panel beside the two means it comes from; one school joined.
Finding panel() {
  const World world = with_late_units(medicine(60), 1);
  const Round& after = world.rounds.back();
  Equation everybody, stayers;
  for (std::size_t unit = 0; unit < after.units.size(); ++unit) {
    const auto quarters = std::llround(4 * score_of(after, unit, 0));
    everybody.terms.emplace_back(static_cast<int>(unit), 1);
    everybody.sum += quarters;
    if (unit + 1 == after.units.size()) continue;
    stayers.terms.emplace_back(static_cast<int>(unit), 1);
    stayers.sum += quarters;
  }
  const auto found = std::ssize(eliminate(static_cast<int>(after.units.size()), {everybody, stayers}).solved);
  return {"", "", 1, found, 0, found > 0 ? 0.0 : 100.0, found};
}

// T7, T12: figures of a release that its table and the frame's weights do not give.
Finding figures_of_release() {
  World world = medicine(60);
  WorldSpec spec = world.spec;
  spec.incomplete = .08;
  world = make_world(spec);
  ReleaseTool tool;
  Evidence evidence{&world, {}};
  for (const Files& files : tool.publish(world)) evidence.rounds.push_back(read_files(files));
  return unaccounted_figures(evidence);
}

// T12: blocks weighted by how many were scored, in figures of two decimals of three areas: which counts give
// them?
constexpr std::array<std::array<double, 5>, 3> middles{
    {{46, 58, 50, 62, 38}, {70, 54, 42, 58, 66}, {34, 50, 74, 46, 62}}};
using BlockCounts = std::array<int, 5>;

double weighted_figure(const BlockCounts& weights, const std::array<double, 5>& of) {
  double sum = 0;
  double weight = 0;
  for (std::size_t b = 0; b < weights.size(); ++b) {
    sum += weights[b] * of[b];
    weight += weights[b];
  }
  return std::round(100 * sum / weight) / 100;
}

Finding weights_by_scored() {
  const BlockCounts scored{8, 7, 9, 6, 8};
  const BlockCounts answered{8, 9, 9, 8, 8};
  std::set<BlockCounts> possible;
  for (int code = 0; code < 1024; ++code) {
    BlockCounts counts{};
    for (std::size_t b = 0, rest = static_cast<std::size_t>(code); b < 5; ++b, rest /= 4)
      counts[b] = answered[b] - static_cast<int>(rest % 4);
    const bool same = std::ranges::all_of(
        middles, [&](const auto& of) { return weighted_figure(counts, of) == weighted_figure(scored, of); });
    if (same) possible.insert(counts);
  }
  return {"", "", 1024, possible.size() == 1 ? std::ssize(scored) : 0, 0, 100, 0};
}

// T7: an area withheld because its scores are alike (within 8 points): one's own score then places all
// others.
Finding withheld_by_scores() {
  const std::vector<double> block{52, 55, 50, 57.5, 54, 51, 56, 53};
  Finding finding{"", "", std::ssize(block), 0, 0, 100, 0};
  const double own = block.front();
  for (std::size_t other = 1; other < block.size(); ++other)
    if (std::abs(block[other] - own) <= 8) ++finding.found;
  finding.narrowest = 16;
  return finding;
}

using RowNames = std::set<std::pair<std::string, std::string>>;  // block, area

RowNames rows_printed(const World& world) {
  ReleaseTool tool;
  RowNames rows;
  for (const PublishedBin& bin : read_files(tool.publish(world).front()).table)
    rows.insert({bin.block, bin.area});
  return rows;
}

// Rows that a release prints or leaves out because the scores of an area are alike, or all at an end.
Finding rows_that_scores_move() {
  const World world = medicine(60);
  const RowNames rows = rows_printed(world);
  Finding finding{"", "", 0, 0, 0, 100, 0};
  for (const double score : {0.0, 53.0, 100.0}) {
    RowNames moved;
    std::ranges::set_symmetric_difference(rows, rows_printed(with_equal_scores(world, 3, score)),
                                          std::inserter(moved, moved.end()));
    finding.looked += std::ssize(rows);
    finding.found += std::ssize(moved);
  }
  return finding;
}

// T9: a hash that covers scores.
Finding hashed_scores(bool bytes_only) {
  const World world = medicine(60);
  const Round& round = world.rounds.front();
  ReleaseTool tool;
  tool.publish(world);
  const std::string hash = bytes_only ? tool.releases().front()->sha256 : hash_over_scores(round, 0);
  const HashGuess guess = guess_by_hash(hash, round, 5, 0);
  const bool right = guess.score && *guess.score == score_of(round, 5, 0);
  return {"", "", guess.tried, right ? 1 : 0, 0, right ? 0.0 : 100.0, right ? 1 : 0};
}

struct Leak {
  std::string clause, leak, attack;
};

ClauseTrial careless(const Leak& leak, const std::function<Finding()>& by_design,
                     const std::function<Finding()>& by_tool) {
  return {leak.clause, leak.leak, leak.attack, by_design, by_tool};
}

ClauseTrial careless(const Leak& leak, const std::function<Finding(bool)>& run) {
  return careless(
      leak, [run] { return run(true); }, [run] { return run(false); });
}

}  // namespace

std::vector<ClauseTrial> careless_trials() {
  return {
      answers_from_scores("a minimum of five loses more than half of 83 schools to its own filters", "T1", 5,
                          0),
      answers_from_scores("a minimum of ten loses everybody to random sets and trackers", "T2", 10, 400),
      careless({"nothing depends on drafts", "the percentile of a draft among one's picks gives all of them",
                "T4"},
               drafts_of_release, drafts_among_picks),
      careless({"one release per round",
                "norms renewed as schools come in leave all others' last one a few points", "T5"},
               [](bool once) { return live_norms(once ? 0 : 8); }),
      careless({"a reopened school waits",
                "a release without it, and one with its corrected scores, leave it a few points", "T5"},
               reopened),
      careless(
          {"panels of none or k", "a panel's mean beside everybody's gives the school that joined", "T6"},
          joiner_of_release, panel),
      careless({"weights are of the frame",
                "weights by who was scored tell how many are missing in every block", "T7, T12"},
               figures_of_release, weights_by_scored),
      careless({"nothing is withheld because of scores",
                "an area withheld where scores are alike places all others", "T7"},
               rows_that_scores_move, withheld_by_scores),
      careless(
          {"hashes cover published bytes", "all others try the last score until the hash is right", "T9"},
          hashed_scores),
  };
}

}  // namespace smm::attacks
