// SPDX-License-Identifier: Apache-2.0
#include "assessment/story.hpp"

#include <gtest/gtest.h>

#include "assessment/sample_sheet_test.hpp"
#include "base/random_bytes.hpp"

namespace smm::assessment {
namespace {

template <class Id>
Id story_test_id(std::uint64_t seed) {
  base::SeededRandomBytes random(seed);
  return Id::make(random);
}

std::string an_area() {
  for (const auto& section : sample::small_edition().sections)
    if (section.kind == instrument::SectionKind::area) return section.id;
  return "";
}

StoryWords told() {
  return {an_area(), "Evening clinic", std::string(shortest_story, 'a'), "clinic@lakeside.example"};
}

std::vector<std::string> wrong_with_story(const StoryWords& words) {
  std::vector<std::string> all;
  for (const auto& problem : refusals(words, sample::small_edition()))
    all.push_back(problem.place.source + " " + std::string(problem.code));
  return all;
}

using WrongFields = std::vector<std::string>;

TEST(Stories, AreOfALengthThatCanBeRead) {
  EXPECT_EQ(wrong_with_story(told()), WrongFields{});
  StoryWords words = told();
  words.contact.clear();
  words.text = std::string(longest_story, 'a');
  words.title = std::string(longest_story_title, 'a');
  EXPECT_EQ(wrong_with_story(words), WrongFields{});
  words.text += 'a';
  words.title += 'a';
  words.contact = std::string(longest_story_contact + 1, 'a');
  EXPECT_EQ(wrong_with_story(words),
            (WrongFields{"title story_not_fit", "text story_not_fit", "contact story_not_fit"}));
  words = told();
  words.title = " \n";
  words.text.pop_back();
  EXPECT_EQ(wrong_with_story(words), (WrongFields{"title story_not_fit", "text story_not_fit"}));
  words = told();
  words.text += "\x01";
  EXPECT_EQ(wrong_with_story(words), WrongFields{"text story_not_fit"});
}

TEST(Stories, AreAboutAnAreaOfTheEdition) {
  StoryWords words = told();
  for (const auto& section : sample::small_edition().sections) {
    words.area = section.id;
    EXPECT_EQ(wrong_with_story(words).empty(), section.kind == instrument::SectionKind::area) << section.id;
  }
  words.area = "nowhere";
  EXPECT_EQ(wrong_with_story(words), WrongFields{"area story_area_unknown"});
}

struct Steps : testing::Test {
  PersonId dean = story_test_id<PersonId>(1);
  PersonId office = story_test_id<PersonId>(2);
  Story story{.id = story_test_id<StoryId>(3),
              .round = story_test_id<RoundId>(4),
              .school = story_test_id<SchoolId>(5),
              .words = told(),
              .by = dean,
              .offered = {10}};

  // What each step leads to from a state; nothing where it is refused.
  std::vector<std::string> led_to(StoryState from) {
    story.state = from;
    std::vector<std::string> states;
    for (const auto& next : {rewritten(story, told(), dean, {20}), published(story, office, {20}),
                             returned(story, office, {20}, "Name no patient"), withdrawn(story)}) {
      if (!next) {
        EXPECT_EQ(next.problems().front().code, "story_state_not_possible");
        states.emplace_back();
        continue;
      }
      EXPECT_EQ(next->version, story.version + 1);
      states.emplace_back(to_string(next->state));
    }
    return states;
  }
};

TEST_F(Steps, FollowTheTable) {
  using Row = std::vector<std::string>;  // rewritten, published, returned, withdrawn
  EXPECT_EQ(led_to(StoryState::offered), (Row{"offered", "published", "returned", "withdrawn"}));
  EXPECT_EQ(led_to(StoryState::returned), (Row{"offered", "", "", "withdrawn"}));
  EXPECT_EQ(led_to(StoryState::published), (Row{"", "", "returned", "withdrawn"}));
  EXPECT_EQ(led_to(StoryState::withdrawn), (Row{"", "", "", ""}));
}

TEST_F(Steps, KeepWhoDecidedUntilItIsRewritten) {
  const auto sent_back = returned(story, office, {20}, "Name no patient").value();
  EXPECT_EQ(sent_back.decided_by, office);
  EXPECT_EQ(sent_back.decided, base::Instant{20});
  EXPECT_EQ(sent_back.reason, "Name no patient");
  const auto again = rewritten(sent_back, told(), dean, {30}).value();
  EXPECT_FALSE(again.decided_by || again.decided);
  EXPECT_EQ(again.reason, "");
  EXPECT_EQ(again.offered, base::Instant{30});
}

TEST_F(Steps, AReasonIsGiven) {
  for (const std::string& reason : {std::string(" "), std::string(longest_story_reason + 1, 'a')}) {
    const auto next = returned(story, office, {20}, reason);
    ASSERT_FALSE(next);
    EXPECT_EQ(next.problems().front().code, "story_not_fit");
  }
}

TEST_F(Steps, WithdrawnNothingIsLeftOfItsWords) {
  const auto gone = withdrawn(returned(story, office, {20}, "Name no patient").value()).value();
  EXPECT_EQ(gone.words, (StoryWords{an_area(), "", "", ""}));
  EXPECT_EQ(gone.reason, "");
}

TEST_F(Steps, StatesHaveNames) {
  for (const StoryState state : story_states) EXPECT_EQ(story_state(to_string(state)), state);
  EXPECT_FALSE(story_state("liked"));
}

}  // namespace
}  // namespace smm::assessment
