// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_check.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace smm::benchmark {
namespace {

// One area; scores by institution in each round, -1 for a unit that answered and was not scored.
class HandMadeStack {
 public:
  using Round = std::map<std::string, double>;

  explicit HandMadeStack(const std::vector<Round>& rounds) : rounds_(rounds) {
    std::set<std::string> all;
    for (const Round& round : rounds)
      for (const auto& [id, score] : round) all.insert(id);
    stack_.institutions = {all.begin(), all.end()};
    stack_.bins.resize(1);
    for (const Round& round : rounds) {
      auto& units = stack_.units.emplace_back();
      for (const auto& [id, score] : round) {
        const auto at = std::ranges::lower_bound(stack_.institutions, id) - stack_.institutions.begin();
        units.push_back({static_cast<std::size_t>(at), {}, {UnitValue()}});
        if (score >= 0) units.back().scores.front() = std::llround(score * parts_of_a_point);
      }
    }
  }

  HandMadeStack& bin(std::size_t round, const std::vector<std::string>& ids, double low, double high) {
    StackedBin& bin = stack_.bins.front().emplace_back(StackedBin{round, {}, low, high});
    for (const std::string& id : ids)
      bin.units.push_back(
          static_cast<std::size_t>(std::distance(rounds_[round].begin(), rounds_[round].find(id))));
    return *this;
  }

  HandMadeStack& without_scores() {
    for (auto& units : stack_.units)
      for (StackedUnit& unit : units) unit.scores.clear();
    stack_.scores_known = false;
    return *this;
  }

  StackVerdict verdict() const { return stack_verdict(stack_, 0); }
  std::optional<StackBreach> told_by_releases() const { return breach_by_releases(stack_, 0); }
  AreaStack as_read_by(const StackReader& reader) const { return area_stack(stack_, 0, reader); }

 private:
  std::vector<Round> rounds_;
  ProfessionStack stack_;
};

HandMadeStack::Round six(double score) {
  HandMadeStack::Round round;
  for (const char* id : {"p", "q", "r", "s", "t", "u"}) round[id] = score;
  return round;
}

HandMadeStack::Round joined(HandMadeStack::Round one, const HandMadeStack::Round& other) {
  one.insert(other.begin(), other.end());
  return one;
}

const std::vector<std::string> the_six = {"p", "q", "r", "s", "t", "u"};

TEST(StackCheck, FindsTheNewcomerOfTwoSums) {
  HandMadeStack stack({{{"a", 50}, {"b", 50}, {"c", 56}}, {{"a", 50}, {"b", 50}, {"c", 56}, {"d", 47}}});
  stack.bin(0, {"a", "b", "c"}, 50, 54).bin(1, {"a", "b", "c", "d"}, 50, 51.5);
  ASSERT_TRUE(stack.told_by_releases().has_value());
  EXPECT_EQ(stack.told_by_releases()->institution, "d");
  EXPECT_EQ(stack.verdict(), StackVerdict::breached);
  EXPECT_EQ(stack.without_scores().verdict(), StackVerdict::breached);
}

// Six changed, so that no unchanged scores fit the rows; whoever knows that they did still has the newcomer.
TEST(StackCheck, StacksThatNoUnchangedScoresFitAreCheckedAllTheSame) {
  HandMadeStack stack({joined({{"a", 50}, {"b", 50}, {"c", 56}}, six(2)),
                       joined({{"a", 50}, {"b", 50}, {"c", 56}, {"d", 47}}, six(52))});
  stack.bin(0, {"a", "b", "c"}, 50, 54).bin(1, {"a", "b", "c", "d"}, 50, 51.5);
  stack.bin(0, the_six, 0, 4).bin(1, the_six, 50, 54);
  EXPECT_FALSE(stack.told_by_releases().has_value());
  EXPECT_EQ(stack.verdict(), StackVerdict::breached);
  EXPECT_EQ(stack.without_scores().verdict(), StackVerdict::nothing_fits);
}

// Two tell: the four others of the row all kept their scores, the third of them is the only one left to move.
TEST(StackCheck, TwoDeansWhoTellAreTried) {
  const HandMadeStack::Round before = {{"a", 50}, {"b", 50}, {"c", 56}};
  HandMadeStack::Round after = before;
  after["d"] = 50;
  HandMadeStack stack({before, after});
  stack.bin(0, {"a", "b", "c"}, 150 / 3., 162 / 3.).bin(1, {"a", "b", "c", "d"}, 50, 215 / 4.);
  EXPECT_FALSE(stack.told_by_releases().has_value());
  EXPECT_EQ(stack.verdict(), StackVerdict::breached);  // "a" and "b" leave "c" between 50 and 62
}

// x, y and z were scored in the first round only. A reader who takes them to be scored in both finds d
// between 41 and 57; that is a breach only if it is true.
HandMadeStack taken_for_scored(double abc, double xyz, double d) {
  HandMadeStack stack(
      {joined({{"a", abc}, {"b", abc}, {"c", abc}, {"x", xyz}, {"y", xyz}, {"z", xyz}}, six(2)),
       joined({{"a", abc}, {"b", abc}, {"c", abc}, {"x", -1}, {"y", -1}, {"z", -1}, {"d", d}}, six(52))});
  stack.bin(0, {"a", "b", "c", "x", "y", "z"}, 50, 51.5);
  stack.bin(1, {"a", "b", "c", "d", "x", "y", "z"}, 50, 51);
  stack.bin(0, the_six, 0, 4).bin(1, the_six, 50, 54);
  return stack;
}

TEST(StackCheck, AWrongViewBreachesOnlyWhereItIsRight) {
  EXPECT_EQ(taken_for_scored(51, 51, 49).verdict(), StackVerdict::breached);
  EXPECT_EQ(taken_for_scored(47, 55, 60).verdict(), StackVerdict::kept);
}

TEST(StackReaderOfRows, TellsChangedScoresApart) {
  HandMadeStack stack({{{"a", 50}, {"b", -1}}, {{"a", 51}, {"b", 20}}, {{"a", 51}, {"b", 20}}});
  for (std::size_t round = 0; round < 3; ++round) stack.bin(round, {"a", "b"}, 0, 100);
  const AreaStack best = stack.as_read_by(best_informed);
  EXPECT_EQ(best.unknowns.size(), 3U);
  EXPECT_EQ(best.rows[0], (StackRow{{0}, 0, 100}));
  EXPECT_EQ(best.rows[1], (StackRow{{1, 2}, 0, 200}));
  EXPECT_EQ(best.rows[2], best.rows[1]);
  const AreaStack public_view = stack.as_read_by(of_releases);
  EXPECT_EQ(public_view.unknowns.size(), 2U);
  EXPECT_EQ(public_view.rows[0], (StackRow{{0, 1}, 0, 200}));
  EXPECT_EQ(public_view.unknowns[0].scores, (std::vector<double>{50, 51}));
  EXPECT_EQ(stack.as_read_by({true, false}).rows[0], (StackRow{{0, 1}, 0, 200}));
  EXPECT_EQ(stack.as_read_by({false, true}).rows[0], (StackRow{{0}, 0, 100}));
}

TEST(StackReaderOfRows, AScoreThatComesBackIsTheSameUnknown) {
  HandMadeStack stack({{{"a", 50}}, {{"b", 10}}, {{"a", 50}}});
  stack.bin(0, {"a"}, 0, 100).bin(1, {"b"}, 0, 100).bin(2, {"a"}, 0, 100);
  EXPECT_EQ(stack.as_read_by(best_informed).rows[2].unknowns, std::vector<std::size_t>{0});
}

}  // namespace
}  // namespace smm::benchmark
