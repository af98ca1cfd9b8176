// SPDX-License-Identifier: Apache-2.0
// The check of the stack against the plain way: for every score, nobody or any two deans who know theirs, the
// least and the greatest that it can be by a linear programme of its own. Rounds are drawn at random: few
// schools, many at zero, some who change, leave, or complete less.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <map>

#include "benchmark/freeze.hpp"
#include "benchmark/stack_programme.hpp"
#include "benchmark_populations.hpp"

namespace smm::benchmark {
namespace {

constexpr double promised_points = 20;

struct OracleScore {
  std::string school;
  std::string dean;
  double value = 0;
};

// All that was printed of one area, with who was scored in it: what the best informed reader has.
class AreaOracle {
 public:
  explicit AreaOracle(std::size_t area) : area_(area) {}

  void add(const Release& release, const Scores& scores) {
    std::map<std::string, std::vector<std::size_t>> in_block;
    for (const SheetScores& sheet : scores) {
      const auto placed = std::ranges::find_if(
          release->frame, [&](const PlacedRow& row) { return row.row.school_id == sheet.school_id; });
      if (sheet.areas[area_]) in_block[placed->block].push_back(column(placed->row, sheet));
    }
    for (const BinRow& bin : release->professions.front().table) {
      if (bin.area != release->outline.areas[area_]) continue;
      ProgrammeRow row;
      for (const auto& [block, columns] : in_block)
        if (("+" + bin.block + "+").find("+" + block + "+") != std::string::npos)
          for (const std::size_t column : columns) row.terms.emplace_back(column, 1);
      row.low = bin.low * static_cast<double>(row.terms.size());
      row.high = bin.high * static_cast<double>(row.terms.size());
      rows_.push_back(std::move(row));
    }
  }

  // The narrowest range that two deans, or nobody, leave any score that the promise is about.
  double narrowest() const {
    double least = 100;
    for (std::size_t target = 0; target < scores_.size(); ++target) {
      least = std::min(least, range(target, "", ""));
      if (scores_[target].value < promised_points || scores_[target].value > 100 - promised_points) continue;
      for (const std::string& one : deans_)
        for (const std::string& other : deans_)
          if (one < other && one != scores_[target].dean && other != scores_[target].dean)
            least = std::min(least, range(target, one, other));
    }
    return least;
  }

 private:
  std::size_t column(const FrameRow& row, const SheetScores& sheet) {
    const double value = sheet.areas[area_]->score;
    const std::string dean = row.system_id.empty() ? row.institution_id : row.system_id;
    for (std::size_t at = scores_.size(); at > 0; --at)
      if (scores_[at - 1].school == sheet.school_id) {
        if (scores_[at - 1].value == value) return at - 1;
        break;
      }
    scores_.push_back({sheet.school_id, dean, value});
    if (std::ranges::find(deans_, dean) == deans_.end()) deans_.push_back(dean);
    return scores_.size() - 1;
  }

  double range(std::size_t target, const std::string& one, const std::string& other) const {
    LinearProgramme programme(std::vector<double>(scores_.size(), 100), rows_);
    for (std::size_t at = 0; at < scores_.size(); ++at)
      if (scores_[at].dean == one || scores_[at].dean == other)
        programme.bound(at, scores_[at].value, scores_[at].value);
    programme.cost(target, 1);
    if (!programme.solve()) return 0;
    const double low = programme.values()[target];
    programme.cost(target, -1);
    if (!programme.solve()) return 0;
    return programme.values()[target] - low;
  }

  std::size_t area_;
  std::vector<OracleScore> scores_;
  std::vector<std::string> deans_;
  std::vector<ProgrammeRow> rows_;
};

struct DrawnRounds {
  std::vector<Release> releases;
  std::vector<Scores> scores;
};

DrawnRounds drawn_rounds(std::uint64_t seed, bool check) {
  base::Random random(seed);
  test_support::PopulationPlan plan;
  plan.seed = seed;
  plan.frame = static_cast<int>(10 + random.below(4));
  plan.areas = 2;
  plan.missing = random.chance(.5) ? .08 : 0;
  plan.at_zero = random.chance(.7) ? .5 : 0;
  plan.in_systems = random.chance(.5) ? .3 : 0;
  test_support::Population population(plan);
  const double change = random.chance(.5) ? 0 : .15;
  DrawnRounds drawn;
  Clauses clauses;
  clauses.stack_check = check;
  for (std::uint64_t round = 0, rounds = 2 + random.below(3); round < rounds; ++round) {
    FreezeInput& input = population.input();
    const auto release = freeze(input, clauses);
    if (!release) break;
    drawn.releases.push_back(*release);
    drawn.scores.push_back(input.scores);
    input.previous.push_back(*release);
    input.previous_scores.emplace_back(input.scores);
    population.next_round(static_cast<int>(random.below(2)), static_cast<int>(random.below(2)), change);
  }
  return drawn;
}

double narrowest_of(const DrawnRounds& drawn) {
  double least = 100;
  for (std::size_t area = 0; area < 2; ++area) {
    AreaOracle oracle(area);
    for (std::size_t round = 0; round < drawn.releases.size(); ++round)
      oracle.add(drawn.releases[round], drawn.scores[round]);
    least = std::min(least, oracle.narrowest());
  }
  return least;
}

RC_GTEST_PROP(StackOracle, FindsNoRangeUnderTwentyPointsAfterFreezing, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 100000);
  RC_ASSERT(narrowest_of(drawn_rounds(seed, true)) >= promised_points - 1e-4);
}

TEST(StackOracle, FindsOneWhereNothingIsChecked) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    found += narrowest_of(drawn_rounds(seed, false)) < promised_points - 1e-4;
  EXPECT_GE(found, 1);
}

}  // namespace
}  // namespace smm::benchmark
