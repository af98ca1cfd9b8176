// SPDX-License-Identifier: Apache-2.0
#include "attack_run.hpp"

#include "answer_search.hpp"
#include "figures.hpp"
#include "intervals.hpp"
#include "item_attack.hpp"
#include "release_tool.hpp"
#include "side_doors.hpp"
#include "spread_attack.hpp"

namespace smm::attacks {
namespace {

enum class Excuse { none, near_ends, everything };

Finding of_ranges(const std::string& attack, const std::string& what, const RangeTally& tally,
                  Excuse excuse) {
  Finding finding{attack, what, tally.looked, tally.narrow, 0, tally.narrowest, tally.determined};
  if (excuse == Excuse::near_ends) finding.excused = tally.excused + tally.one_bin;
  if (excuse == Excuse::everything) {
    finding.excused = tally.narrow;
    finding.determined = 0;
  }
  finding.found -= finding.excused;
  return finding;
}

void attack_table(const Evidence& evidence, const Effort& effort, Findings& findings) {
  const PooledTallies round = ranges_by_round(evidence);
  PooledTallies stack;
  if (evidence.rounds.size() > 1) stack = ranges_over_stack(evidence, effort.stack_targets);
  findings.push_back(of_ranges("T3", "a round's bins, nobody colludes", round.alone, Excuse::none));
  findings.push_back(of_ranges("T3",
                               "a round's bins, any two deans collude (excused: score within 20 of 0 or 100)",
                               round.two, Excuse::near_ends));
  findings.push_back(of_ranges("T3", "a round's bins, all others of the block collude (excused: the same)",
                               round.all_others, Excuse::near_ends));
  RangeTally readers;
  if (evidence.rounds.size() > 1) readers = ranges_for_readers(evidence);
  findings.push_back(of_ranges("T11", "all rounds' bins, nobody colludes", readers, Excuse::none));
  findings.push_back(of_ranges("T11",
                               "the same, and who completed what is known (excused: it is not published)",
                               stack.alone, Excuse::everything));
  findings.push_back(of_ranges("T11", "all rounds' bins, two deans collude (excused: the same, or one bin)",
                               stack.two, Excuse::near_ends));
  findings.push_back(of_ranges("T11", "all rounds' bins, all others collude (excused: a stated limit)",
                               stack.all_others, Excuse::everything));
  const SeatTally small = schools_in_small_blocks(evidence);
  findings.push_back({"T3", "schools in blocks of fewer than five", small.rows, small.faced, 0, 100, 0});
  const SeatTally seats = seats_faced(evidence);
  findings.push_back({"T10", "blocks in which one system or dean faces fewer than three", seats.rows,
                      seats.faced, 0, 100, 0});
  const SeatTally scored = scored_seats_faced(evidence);
  findings.push_back({"T10",
                      "printed bins in which one system or dean faces fewer than three who were scored",
                      scored.rows, scored.faced, 0, 100, 0});
  findings.push_back(of_ranges("T10", "programs of one dean in one block, all others collude",
                               programmes_apart(evidence), Excuse::none));
}

void attack_side_doors(const World& world, const benchmark::Clauses& clauses, Findings& findings) {
  World marked = world;
  marked.rounds.resize(1);
  const std::vector<double> planted = plant_scores(marked);
  ReleaseTool tool(clauses);
  const std::vector<Files> files = tool.publish(marked);
  findings.push_back(planted_scores_found(files, planted));
  findings.push_back(unknown_columns(files));
  findings.push_back(hashes_of_more_than_bytes(files));
}

}  // namespace

Findings attack_world(const World& world, const benchmark::Clauses& clauses, const Effort& effort) {
  ReleaseTool tool(clauses);
  Evidence evidence{&world, {}};
  for (const Files& files : tool.publish(world)) evidence.rounds.push_back(read_files(files));
  Findings findings;
  findings.push_back(solved_from_answers(tool, world, effort.filters, effort.peer_sets));
  attack_table(evidence, effort, findings);
  findings.push_back(drafts(tool, world));
  findings.push_back(answers_of_who_joined(evidence));
  findings.push_back(unaccounted_figures(evidence));
  findings.push_back(bounds_of_others(evidence));
  findings.push_back(spread_alone(evidence));
  findings.push_back(spread_by_subtraction(evidence));
  findings.push_back(spread_pooled(evidence, effort.spread_targets, effort.spread_largest));
  attack_side_doors(world, clauses, findings);
  findings.push_back(counts_told(evidence));
  findings.push_back(few_who_chose(evidence));
  findings.push_back(all_minus_professions(evidence));
  findings.push_back(searched_answers(tool, evidence, effort.asks, world.spec.seed));
  findings.push_back(asks_without_giving(tool, world, effort.asks / 6));
  return findings;
}

void add_up(Findings& sum, const Findings& more) {
  if (sum.empty()) {
    sum = more;
    return;
  }
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i].add(more[i]);
}

}  // namespace smm::attacks
