// SPDX-License-Identifier: Apache-2.0
#include "benchmark/stack_tellers.hpp"

#include <gtest/gtest.h>

namespace smm::benchmark {
namespace {

using Names = std::vector<std::string>;

// Units "a", "b", ... one unknown each, in rows as the case has them.
class TellersCase {
 public:
  TellersCase(std::vector<double> scores, std::vector<StackRow> rows) : scores_(std::move(scores)) {
    for (std::size_t at = 0; at < scores_.size(); ++at)
      stack_.unknowns.push_back({at, std::string(1, static_cast<char>('a' + at)), {}, {scores_[at]}});
    stack_.rows = std::move(rows);
  }

  TellersCase& in_system(const std::string& name, std::initializer_list<std::size_t> units) {
    for (const std::size_t unit : units) stack_.unknowns[unit].systems.push_back(name);
    return *this;
  }

  std::optional<Names> against(std::size_t unknown, std::size_t most = 2) const {
    return StackTellers(stack_, scores_).against(unknown, most);
  }

 private:
  std::vector<double> scores_;
  AreaStack stack_;
};

// The fourth lies between 38 and 65, and between 44 and 59 for whoever knows the three others.
const std::vector<StackRow> three_and_four = {{{0, 1, 2}, 150, 162}, {{0, 1, 2, 3}, 200, 215}};

TEST(StackTellers, TwoOfThreeOthersLearnNothingMore) {
  const TellersCase deans({50, 50, 56, 50}, three_and_four);
  EXPECT_EQ(deans.against(3), std::nullopt);
  ASSERT_NE(deans.against(3, 3), std::nullopt);
  EXPECT_EQ(deans.against(3, 3)->size(), 3U);
}

TEST(StackTellers, ADeanOfTwoUnitsKnowsBoth) {
  TellersCase deans({50, 50, 56, 50}, three_and_four);
  deans.in_system("river", {0, 1});
  auto found = deans.against(3);
  ASSERT_NE(found, std::nullopt);
  std::ranges::sort(*found);
  EXPECT_EQ(*found, (Names{"c", "river"}));
}

TEST(StackTellers, NobodyTellsAgainstAUnitOfTheOwn) {
  TellersCase deans({50, 50, 56, 50}, three_and_four);
  deans.in_system("river", {0, 1, 3});
  EXPECT_EQ(deans.against(3), std::nullopt);
}

TEST(StackTellers, ADeanKnowsTheOwnScoresOfEveryRound) {
  // The first institution changed: its two scores are two unknowns of one dean.
  TellersCase deans({50, 50, 56, 50}, three_and_four);
  EXPECT_EQ(deans.against(3), std::nullopt);
  AreaStack stack;
  stack.unknowns = {{0, "a", {}, {50}}, {0, "a", {}, {50}}, {1, "b", {}, {56}}, {2, "c", {}, {50}}};
  stack.rows = three_and_four;
  auto found = StackTellers(stack, {50, 50, 56, 50}).against(3, 2);
  ASSERT_NE(found, std::nullopt);
  std::ranges::sort(*found);
  EXPECT_EQ(*found, (Names{"a", "b"}));
}

TEST(StackTellers, AnybodyIsNamedByNobody) {
  const TellersCase deans({50, 50, 56, 47}, {{{0, 1, 2}, 150, 162}, {{0, 1, 2, 3}, 200, 206}});
  EXPECT_EQ(deans.against(3), Names{});
}

}  // namespace
}  // namespace smm::benchmark
