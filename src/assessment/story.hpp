// SPDX-License-Identifier: Apache-2.0
// A story that a school offers to others about one area. Pure decisions: each takes what is, and gives what
// becomes of it or the problem that stands against it.
//
//   offered -> published; offered, published -> returned, with a reason -> offered again (rewritten)
//   offered, returned, published -> withdrawn, by the school, at any time
//
// Who decides reads the story and nothing else of the school: stories are never chosen by score.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "assessment/ids.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "instrument/edition.hpp"

namespace smm::assessment {

using StoryId = base::Id<struct StoryTag>;

enum class StoryState : std::uint8_t { offered, returned, published, withdrawn };

inline constexpr std::array story_states = {StoryState::offered, StoryState::returned, StoryState::published,
                                            StoryState::withdrawn};

std::string_view to_string(StoryState state);
std::optional<StoryState> story_state(std::string_view name);

// What is told, as the dean wrote it. The contact line is printed with it; it may be empty.
struct StoryWords {
  std::string area;  // id
  std::string title;
  std::string text;
  std::string contact;

  friend bool operator==(const StoryWords&, const StoryWords&) = default;
};

inline constexpr std::size_t longest_story_title = 120;
inline constexpr std::size_t shortest_story = 200;
inline constexpr std::size_t longest_story = 6000;
inline constexpr std::size_t longest_story_contact = 200;
inline constexpr std::size_t longest_story_reason = 1000;

struct Story {
  StoryId id;
  RoundId round;
  SchoolId school;
  StoryWords words;
  StoryState state = StoryState::offered;
  PersonId by;
  base::Instant offered;
  std::optional<PersonId> decided_by = std::nullopt;
  std::optional<base::Instant> decided = std::nullopt;
  std::string reason = {};   // why it was returned
  std::int64_t version = 1;  // grows with every change

  friend bool operator==(const Story&, const Story&) = default;
};

// Everything that is wrong with what is told; the place of each problem names its field. Limits are in
// characters. Problems: story_not_fit, story_area_unknown.
base::Problems refusals(const StoryWords& words, const instrument::Edition& edition);

// Problem of all: story_state_not_possible. Words are taken as they are: `refusals` is asked before.
base::Result<Story> rewritten(const Story& story, const StoryWords& words, const PersonId& by,
                              base::Instant now);
base::Result<Story> published(const Story& story, const PersonId& by, base::Instant now);
base::Result<Story> returned(const Story& story, const PersonId& by, base::Instant now,
                             const std::string& reason);
// Its words go: nothing of it is left but that there was one.
base::Result<Story> withdrawn(const Story& story);

}  // namespace smm::assessment
