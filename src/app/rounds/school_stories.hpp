// SPDX-License-Identifier: Apache-2.0
// Use cases: a school offers a story to other schools, with the dean's explicit consent; the office reads the
// story, and nothing else of the school, and publishes it or sends it back; the dean takes it back at any
// time, which removes its words for good.
//
// Stories are shown by the school's name and their day, never by a score: nothing here reads one.
#pragma once

#include <string>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/pages.hpp"

namespace smm::app {

// A story with whose it is.
struct ToldStory {
  assessment::Story story;
  std::string school;      // name
  std::string profession;  // id
  assessment::Round round;
};

struct OfferedWords {
  assessment::StoryWords words;
  bool consent = false;  // to publish them with the school's name
};

inline constexpr std::size_t most_stories_of_a_part = 6;

// Oldest first; also those that were withdrawn.
std::vector<assessment::Story> stories_of(Installation& installation, const SheetKey& sheet);

// Problems: not_accepted, story_without_consent, too_many_stories, and of assessment::refusals.
base::Result<assessment::Story> offer_story(Installation& installation, const Actor& actor,
                                            const OpenSheet& sheet, const OfferedWords& offered);
// Problems: also not_there, story_state_not_possible.
base::Result<assessment::Story> rewrite_story(Installation& installation, const Actor& actor,
                                              const OpenSheet& sheet, const assessment::StoryId& id,
                                              const OfferedWords& offered);
base::Result<assessment::Story> withdraw_story(Installation& installation, const Actor& actor,
                                               const OpenSheet& sheet, const assessment::StoryId& id);
// Within a write: all that the school offered in this round.
void withdraw_stories(Records& records, const SheetKey& sheet);

// ---- The office.

// Those that wait, then those that are published; oldest first.
std::vector<ToldStory> stories_to_judge(Installation& installation);
base::Result<ToldStory> story_to_judge(Installation& installation, const assessment::StoryId& id);

// What somebody in the office decided about the version that they read.
struct StoryDecision {
  assessment::StoryId story;
  std::int64_t version = 1;
  bool publish = false;
  std::string reason = {};  // for sending it back; the school reads it
};

// The school's dean gets a mail. Problems: not_there, story_changed, story_state_not_possible, story_not_fit.
base::Result<assessment::Story> judge_story(Installation& installation, const Pages& pages,
                                            const Actor& actor, const StoryDecision& decision);

// ---- Anybody.

// By the school's name, then by day. None of a practice round, or of a school that left its round.
std::vector<ToldStory> published_stories(Records& records);
std::vector<ToldStory> published_stories(Installation& installation);
// Problem: not_there.
base::Result<ToldStory> published_story(Installation& installation, const assessment::StoryId& id);

}  // namespace smm::app
