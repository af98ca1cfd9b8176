// SPDX-License-Identifier: Apache-2.0
// All attacks, small: a few worlds of every kind. `./dev attack` runs them over two hundred.
#include "attack_run.hpp"

#include <gtest/gtest.h>

namespace smm::attacks {
namespace {

void expect_nothing_found(const WorldSpec& spec) {
  for (const Finding& finding : attack_world(make_world(spec), {}, small_effort)) {
    EXPECT_EQ(finding.found, 0) << "seed " << spec.seed << ", " << finding.attack << ": " << finding.what;
    EXPECT_EQ(finding.determined, 0) << "seed " << spec.seed << ", " << finding.attack << ": "
                                     << finding.what;
  }
}

TEST(Attacks, FindNothingInSmallWorlds) {
  for (const std::uint64_t seed : {1U, 2U, 3U, 5U, 8U}) {
    WorldSpec spec = spec_of(seed);
    spec.answering = 26 + static_cast<int>(seed * 17 % 60);
    expect_nothing_found(spec);
  }
}

TEST(Attacks, FindNothingWhereHalfAreAtZero) {
  WorldSpec spec = spec_of(6);
  spec.at_zero = .5;
  spec.answering = 45;
  spec.rounds = 2;
  expect_nothing_found(spec);
}

// The same spec gives the same world, so that a finding can be looked at again.
TEST(World, FollowsFromItsSpec) {
  const World one = make_world(spec_of(4));
  const World other = make_world(spec_of(4));
  ASSERT_EQ(one.rounds.size(), other.rounds.size());
  EXPECT_EQ(one.rounds[0].units.size(), other.rounds[0].units.size());
  EXPECT_EQ(one.rounds[0].units[3].values, other.rounds[0].units[3].values);
}

}  // namespace
}  // namespace smm::attacks
