// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredGoals);

app::GoalVersion goal_version(const Sample& sample, std::uint64_t seed, std::int64_t version) {
  return {.id = id_of<assessment::GoalId>(seed),
          .version = version,
          .school = sample.school.id,
          .round = sample.round.id,
          .by = version == 1 ? sample.ann.id : sample.bob.id,
          .at = {5000 + version},
          .sealed = std::string("\0goal ", 6) + std::to_string(version)};
}

TEST_P(StoredGoals, KeepEveryVersionInOrder) {
  const auto later = goal_version(sample, 901, 2), first = goal_version(sample, 901, 1),
             other = goal_version(sample, 900, 1);
  write([&](app::Records& records) {
    for (const auto& version : {later, first, other}) records.goals.add(version);
  });
  read([&](app::Records& records) {
    auto all = records.goals.versions(sample.school.id);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all.back(), later);
    EXPECT_EQ(std::ranges::count(all, first), 1);
    EXPECT_EQ(std::ranges::count(all, other), 1);
    EXPECT_TRUE(records.goals.versions(id_of<assessment::SchoolId>(77)).empty());
  });
}

TEST_P(StoredGoals, OverwriteNoVersion) {
  const auto first = goal_version(sample, 901, 1);
  write([&](app::Records& records) { records.goals.add(first); });
  auto again = first;
  again.sealed = "other";
  EXPECT_EQ(refusal([&](app::Records& records) { records.goals.add(again); }), app::Refusal::taken);
  read([&](app::Records& records) {
    EXPECT_EQ(records.goals.versions(sample.school.id), std::vector{first});
  });
}

TEST_P(StoredGoals, BelongToASchoolThatTakesPart) {
  auto stray = goal_version(sample, 901, 1);
  stray.round = id_of<assessment::RoundId>(77);
  EXPECT_EQ(refusal([&](app::Records& records) { records.goals.add(stray); }), app::Refusal::missing);
}

}  // namespace
}  // namespace smm::store::records
