// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/one_to_one.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace smm::outcomes::linkage {
namespace {

OddsLists random_lists(base::Random& random, std::size_t lefts, std::size_t rights) {
  OddsLists lists(lefts);
  for (auto& list : lists)
    for (std::uint32_t right = 0; right < rights; ++right)
      if (random.chance(0.5)) list.push_back({right, 0.05 + 4 * random.uniform()});
  return lists;
}

// Every linkage, the obvious way.
void every(const OddsLists& lists, std::size_t left, Linkage& chosen, double weight,
           std::vector<std::pair<Linkage, double>>& all) {
  if (left == lists.size()) return void(all.emplace_back(chosen, weight));
  chosen[left].reset();
  every(lists, left + 1, chosen, weight, all);
  for (std::size_t i = 0; i < lists[left].size(); ++i) {
    bool taken = false;
    for (std::size_t other = 0; other < left; ++other)
      taken = taken || (chosen[other] && lists[other][*chosen[other]].right == lists[left][i].right);
    if (taken) continue;
    chosen[left] = i;
    every(lists, left + 1, chosen, weight * lists[left][i].odds, all);
  }
  chosen[left].reset();
}

std::vector<std::pair<Linkage, double>> every(const OddsLists& lists) {
  std::vector<std::pair<Linkage, double>> all;
  Linkage chosen(lists.size());
  every(lists, 0, chosen, 1, all);
  return all;
}

TEST(OneToOne, TwoGraduatesAndOneRecord) {
  const JointProbabilities joint = joint_probabilities({{{7, 9}}, {{7, 1}}});
  // Nobody 1, the first 9, the second 1.
  EXPECT_NEAR(joint.link[0][0], 9.0 / 11, 1e-12);
  EXPECT_NEAR(joint.link[1][0], 1.0 / 11, 1e-12);
  EXPECT_NEAR(joint.none[1], 10.0 / 11, 1e-12);
  EXPECT_EQ(joint.components, 1u);
}

TEST(OneToOne, ExactSharesAndBestAreThoseOfAllLinkages) {
  base::Random random(1);
  for (int round = 0; round < 200; ++round) {
    const OddsLists lists = random_lists(random, 1 + random.below(4), 1 + random.below(4));
    const auto all = every(lists);
    double total = 0, best = 0;
    std::vector<std::vector<double>> shares;
    for (const auto& list : lists) shares.emplace_back(list.size());
    for (const auto& [linkage, weight] : all) {
      total += weight;
      best = std::max(best, weight);
      for (std::size_t left = 0; left < lists.size(); ++left)
        if (linkage[left]) shares[left][*linkage[left]] += weight;
    }
    const JointProbabilities joint = joint_probabilities(lists);
    for (std::size_t left = 0; left < lists.size(); ++left)
      for (std::size_t i = 0; i < lists[left].size(); ++i)
        ASSERT_NEAR(joint.link[left][i], shares[left][i] / total, 1e-9);
    double found = 1;
    const Linkage linkage = best_linkage(lists);
    for (std::size_t left = 0; left < lists.size(); ++left)
      if (linkage[left]) found *= lists[left][*linkage[left]].odds;
    ASSERT_NEAR(found, best, 1e-9);
  }
}

TEST(OneToOne, MessagesAreExactWithoutCircles) {
  const OddsLists chain = {{{0, 3}, {1, 1}}, {{1, 2}, {2, 0.5}}, {{2, 4}, {3, 1}}};
  OneToOneOptions by_messages;
  by_messages.enumerate_up_to = 0;
  const JointProbabilities exact = joint_probabilities(chain),
                           messages = joint_probabilities(chain, by_messages);
  EXPECT_EQ(exact.enumerated, 1u);
  EXPECT_EQ(messages.enumerated, 0u);
  EXPECT_TRUE(messages.settled);
  for (std::size_t left = 0; left < chain.size(); ++left)
    for (std::size_t i = 0; i < chain[left].size(); ++i)
      EXPECT_NEAR(messages.link[left][i], exact.link[left][i], 1e-6);
}

TEST(OneToOne, MessagesAreCloseWithCircles) {
  base::Random random(2);
  double largest = 0;
  OneToOneOptions by_messages;
  by_messages.enumerate_up_to = 0;
  for (int round = 0; round < 50; ++round) {
    const OddsLists lists = random_lists(random, 4, 4);
    const JointProbabilities exact = joint_probabilities(lists),
                             messages = joint_probabilities(lists, by_messages);
    for (std::size_t left = 0; left < lists.size(); ++left)
      for (std::size_t i = 0; i < lists[left].size(); ++i)
        largest = std::max(largest, std::abs(messages.link[left][i] - exact.link[left][i]));
  }
  EXPECT_LT(largest, 0.1);
}

TEST(OneToOne, DrawsComeByTheirProbability) {
  const OddsLists lists = {{{0, 3}, {1, 1}}, {{0, 2}}, {{5, 1}}};
  const JointProbabilities joint = joint_probabilities(lists);
  for (const double enumerate_up_to : {20000.0, 0.0}) {
    base::Random random(5);
    OneToOneOptions options;
    options.enumerate_up_to = enumerate_up_to;
    const auto drawn = draw_linkages(lists, 20000, random, options);
    std::map<std::pair<std::size_t, std::size_t>, double> seen;
    for (const Linkage& linkage : drawn) {
      EXPECT_FALSE(linkage[0] && linkage[1] && *linkage[0] == 0 && *linkage[1] == 0);
      for (std::size_t left = 0; left < 3; ++left)
        if (linkage[left]) seen[{left, *linkage[left]}] += 1.0 / 20000;
    }
    for (std::size_t left = 0; left < 3; ++left)
      for (std::size_t i = 0; i < lists[left].size(); ++i)
        EXPECT_NEAR((seen[{left, i}]), joint.link[left][i], 0.015);
  }
}

}  // namespace
}  // namespace smm::outcomes::linkage
