// SPDX-License-Identifier: Apache-2.0
#include "stats/small_cells.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <numeric>

namespace smm::stats {
namespace {

using Counts = std::vector<std::size_t>;

// The worked example of docs/methods/post-stratification.md.
TEST(SmallCells, WorkedExampleOfFive) {
  EXPECT_EQ(collapsed_cells(Counts{9, 2, 7, 3, 12}, 5), (Counts{0, 1, 1, 1, 2}));
}

TEST(SmallCells, LeavesLargeCellsAlone) {
  EXPECT_EQ(collapsed_cells(Counts{5, 6, 5}, 5), (Counts{0, 1, 2}));
}

TEST(SmallCells, EqualNeighborsTakeTheOneBefore) {
  EXPECT_EQ(collapsed_cells(Counts{5, 1, 5}, 2), (Counts{0, 0, 1}));
}

TEST(SmallCells, AllTogetherWhenThereAreTooFew) {
  EXPECT_EQ(collapsed_cells(Counts{1, 0, 2}, 10), (Counts{0, 0, 0}));
  EXPECT_EQ(collapsed_cells(Counts{1}, 10), (Counts{0}));
}

RC_GTEST_PROP(SmallCells, GroupsAreRunsAndLargeEnough, ()) {
  const auto counts = *rc::gen::nonEmpty(rc::gen::container<Counts>(rc::gen::inRange<std::size_t>(0, 20)));
  const auto fewest = *rc::gen::inRange<std::size_t>(0, 30);
  const Counts groups = collapsed_cells(counts, fewest);
  RC_ASSERT(groups.size() == counts.size() && groups.front() == 0u);
  Counts held(groups.back() + 1, 0);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) RC_ASSERT(groups[i] == groups[i - 1] || groups[i] == groups[i - 1] + 1);
    held[groups[i]] += counts[i];
  }
  if (held.size() > 1) {
    for (const std::size_t count : held) RC_ASSERT(count >= fewest);
  }
}

}  // namespace
}  // namespace smm::stats
