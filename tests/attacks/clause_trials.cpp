// SPDX-License-Identifier: Apache-2.0
#include "clause_trials.hpp"

#include "answer_search.hpp"
#include "figures.hpp"
#include "intervals.hpp"
#include "item_attack.hpp"
#include "late_rounds.hpp"
#include "release_tool.hpp"
#include "spread_attack.hpp"

namespace smm::attacks {
namespace {

using benchmark::Clauses;

WorldSpec plain_spec(const std::string& profession, int answering, std::uint64_t seed = 11) {
  WorldSpec spec;
  spec.seed = seed;
  spec.profession = profession;
  spec.answering = answering;
  return spec;
}

World plain_world(const std::string& profession, int answering) {
  return make_world(plain_spec(profession, answering));
}

World system_world() {
  WorldSpec spec = plain_spec("dentistry", 60);
  spec.in_systems = .95;
  spec.system_size = 8;
  return make_world(spec);
}

Finding of_tally(const RangeTally& tally, long found) {
  return {"", "", tally.looked, found, tally.excused, tally.narrowest, tally.determined};
}

using Look = std::function<Finding(ReleaseTool&, const Evidence&)>;

// Publishes a world with some clauses and looks at what is told.
Finding seen(const World& world, const Clauses& clauses, bool repeated_round, const Look& look) {
  ReleaseTool tool(clauses);
  if (repeated_round) tool.repeat_rounds();
  Evidence evidence{&world, {}};
  for (const Files& files : tool.publish(world)) evidence.rounds.push_back(read_files(files));
  return look(tool, evidence);
}

ClauseTrial trial(const std::string& clause, const std::string& leak, const std::string& attack,
                  const World& world, bool Clauses::*clause_switch, const Look& look) {
  const auto run = [=](bool in_force) {
    Clauses clauses;
    clauses.*clause_switch = in_force;
    return seen(world, clauses, clause == "fixed_blocks", look);
  };
  return {clause, leak, attack, [run] { return run(true); }, [run] { return run(false); }};
}

Finding all_others_by_round(ReleaseTool&, const Evidence& evidence) {
  const RangeTally tally = ranges_by_round(evidence).all_others;
  return of_tally(tally, tally.leaks());
}

Finding two_by_round(ReleaseTool&, const Evidence& evidence) {
  const RangeTally tally = ranges_by_round(evidence).two;
  return of_tally(tally, tally.leaks());
}

Finding alone_over_stack(ReleaseTool&, const Evidence& evidence) {
  const RangeTally tally = ranges_over_stack(evidence, 1).alone;
  return of_tally(tally, tally.narrow);
}

Finding seats(ReleaseTool&, const Evidence& evidence) {
  const SeatTally tally = seats_faced(evidence);
  return {"", "", tally.rows, tally.faced, 0, 100, 0};
}

Finding small_blocks(ReleaseTool&, const Evidence& evidence) {
  const SeatTally tally = schools_in_small_blocks(evidence);
  return {"", "", tally.rows, tally.faced, 0, 100, 0};
}

template <Finding (*attack)(const Evidence&)>
Finding from_files(ReleaseTool&, const Evidence& evidence) {
  return attack(evidence);
}

Finding programmes_in_one_block(ReleaseTool&, const Evidence& evidence) {
  const RangeTally tally = programmes_apart(evidence);
  return of_tally(tally, tally.narrow);
}

// Four calm years in which half of all scores stay at zero.
World calm_years() {
  WorldSpec spec = plain_spec("dentistry", 26, 1);
  spec.rounds = 4;
  spec.stays = .9;
  spec.keeps = 1;
  spec.at_zero = .5;
  spec.incomplete = .05;
  return make_world(spec);
}

void add_trials_of_blocks(std::vector<ClauseTrial>& trials) {
  trials.push_back(trial("fixed_blocks", "many partitions of one round leave single schools a few points",
                         "T2, T11", repeated(plain_world("dentistry", 26), 24), &Clauses::fixed_blocks,
                         alone_over_stack));
  trials.push_back(trial("units_by_dean",
                         "two programs of one dean in a block leave half the range for their mean", "T10",
                         plain_world("nursing", 24), &Clauses::units_by_dean, programmes_in_one_block));
  trials.push_back(trial("seats_per_system", "one system faces fewer than three others in a block", "T10",
                         system_world(), &Clauses::seats_per_system, seats));
  trials.push_back(trial("too_few", "a bin about four schools that everybody can name", "T3",
                         with_few_units(plain_world("dentistry", 40), 4), &Clauses::too_few, small_blocks));
}

void add_trials_of_table(std::vector<ClauseTrial>& trials) {
  WorldSpec spec = plain_spec("medicine", 60);
  spec.incomplete = .08;
  const World world = make_world(spec);
  trials.push_back(trial("wide_bins", "all others of a block have the last score exactly", "T3", world,
                         &Clauses::wide_bins, all_others_by_round));
  trials.push_back(trial("wide_bins", "the mean tells how many were scored, so who is missing", "T12", world,
                         &Clauses::wide_bins, from_files<counts_told>));
  trials.push_back(trial("area_join", "bins about one, two or three schools", "T7",
                         with_rare_area(world, 0, 20), &Clauses::area_join, two_by_round));
  trials.push_back(trial("walls_as_unions", "exact means of a wall's sides", "T13", world,
                         &Clauses::walls_as_unions, from_files<unaccounted_figures>));
  trials.push_back(trial("domain_from_table", "exact means of schools' domain scores", "T7", world,
                         &Clauses::domain_from_table, from_files<unaccounted_figures>));
  trials.push_back(trial("point_scores_only", "bins of bounds, which are the score where a sheet is complete",
                         "T8", world, &Clauses::point_scores_only, from_files<bounds_of_others>));
}

Finding pooled_spread(ReleaseTool&, const Evidence& evidence) {
  return spread_pooled(evidence, 3, 29);
}

void add_trials_of_spread(std::vector<ClauseTrial>& trials) {
  const World world = plain_world("medicine", 60);
  trials.push_back(trial("one_partition", "spread of the few on a wall's smaller side, by subtraction",
                         "T8, T13", world, &Clauses::one_partition, from_files<spread_by_subtraction>));
  trials.push_back(trial("thirty_for_spread", "two of three who completed an area have the third", "T8",
                         with_rare_area(world, 15, 3), &Clauses::thirty_for_spread, pooled_spread));
  trials.push_back(trial("masked_ends", "a standard deviation of 0 is everybody's score", "T8",
                         with_equal_scores(world, 15, 0), &Clauses::masked_ends, from_files<spread_alone>));
  trials.push_back(trial("item_suppression", "options that nobody, one or two chose", "T13", world,
                         &Clauses::item_suppression, from_files<few_who_chose>));
}

Finding searched(ReleaseTool& tool, const Evidence& evidence) {
  return searched_answers(tool, evidence, 150, 3);
}

Finding without_giving(ReleaseTool& tool, const Evidence& evidence) {
  return asks_without_giving(tool, *evidence.world, 40);
}

void add_trials_of_rounds_and_answers(std::vector<ClauseTrial>& trials) {
  trials.push_back(trial("stack_check", "four years of almost no change leave single schools a few points",
                         "T11", calm_years(), &Clauses::stack_check, alone_over_stack));
  trials.push_back(trial("renewal_rule", "answers of the one school that joined, from shares that moved",
                         "T5, T6", with_late_units(plain_world("medicine", 60), 1), &Clauses::renewal_rule,
                         from_files<answers_of_who_joined>));
  trials.push_back(trial("renewal_rule",
                         "the same, when eight join and eight leave but only one of them answers", "T6",
                         with_one_who_answers(plain_world("medicine", 60), 8), &Clauses::renewal_rule,
                         from_files<answers_of_who_joined>));
  const World world = plain_world("medicine", 60);
  trials.push_back(trial("ten_peers_two_blocks", "answers that rest on one block or on fewer than ten", "T14",
                         world, &Clauses::ten_peers_two_blocks, searched));
  trials.push_back(
      trial("give_to_get", "who gave nothing reads", "T14", world, &Clauses::give_to_get, without_giving));
}

}  // namespace

std::vector<ClauseTrial> clause_trials() {
  std::vector<ClauseTrial> trials;
  add_trials_of_blocks(trials);
  add_trials_of_table(trials);
  add_trials_of_spread(trials);
  add_trials_of_rounds_and_answers(trials);
  return trials;
}

}  // namespace smm::attacks
