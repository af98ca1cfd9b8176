// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredStories);

assessment::Story story_number(const Sample& sample, std::uint64_t number) {
  return {.id = id_of<assessment::StoryId>(500 + number),
          .round = sample.round.id,
          .school = sample.school.id,
          .words = {"pipeline", "Título", "Text\nof two lines", "me@lakeside.example"},
          .by = sample.ann.id,
          .offered = {static_cast<std::int64_t>(number)}};
}

TEST_P(StoredStories, StandOldestFirstByPartAndState) {
  const auto first = story_number(sample, 1);
  auto second = story_number(sample, 2);
  write([&](app::Records& records) {
    records.stories.add(second);
    records.stories.add(first);
    second.state = assessment::StoryState::returned;
    second.decided_by = sample.bob.id;
    second.decided = base::Instant{9};
    second.reason = "Shorter";
    second.words.title = "Another";
    second.version = 2;
    records.stories.change(second);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.stories.of(sample.sheet), (std::vector{first, second}));
    EXPECT_EQ(records.stories.in_state(assessment::StoryState::returned), std::vector{second});
    EXPECT_EQ(records.stories.by_id(first.id, false), first);
    EXPECT_FALSE(records.stories.by_id(id_of<assessment::StoryId>(77), false));
  });
  write([&](app::Records& records) { EXPECT_EQ(records.stories.by_id(second.id, true), second); });
}

TEST_P(StoredStories, WhatIsNotThereIsNotChanged) {
  EXPECT_EQ(refusal([&](app::Records& records) { records.stories.change(story_number(sample, 3)); }),
            app::Refusal::missing);
}

}  // namespace
}  // namespace smm::store::records
