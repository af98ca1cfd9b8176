// SPDX-License-Identifier: Apache-2.0
#include "assessment/story.hpp"

#include "assessment/plain_words.hpp"
#include "assessment/problems.hpp"
#include "assessment/utf8_text.hpp"

namespace smm::assessment {
namespace {

using instrument::SectionKind;

base::Problem not_fit(const char* field, std::string said) {
  return base::Problem(problem::story_not_fit, std::move(said), {field, 0, 0});
}

void check_words(const char* field, const std::string& text, std::size_t most, base::Problems& problems) {
  if (!is_plain_within(text, most))
    problems.push_back(
        not_fit(field, "Write at most " + std::to_string(most) + " characters, without control characters"));
}

bool tells_of_an_area(const StoryWords& words, const instrument::Edition& edition) {
  const auto section = edition.section(words.area);
  return section && edition.sections[*section].kind == SectionKind::area;
}

// What all steps begin with: the story at its next version, where `from` holds the state that it is in.
base::Result<Story> stepped(const Story& story, std::initializer_list<StoryState> from, StoryState to) {
  for (const StoryState state : from)
    if (state == story.state) {
      Story next = story;
      next.state = to;
      ++next.version;
      return next;
    }
  return base::Problem(problem::story_state_not_possible,
                       "The story is " + std::string(to_string(story.state)) + " and cannot become " +
                           std::string(to_string(to)));
}

base::Result<Story> decided(base::Result<Story> next, const PersonId& by, base::Instant now) {
  if (!next) return next;
  next->decided_by = by;
  next->decided = now;
  return next;
}

}  // namespace

std::string_view to_string(StoryState state) {
  switch (state) {
    case StoryState::offered:
      return "offered";
    case StoryState::returned:
      return "returned";
    case StoryState::published:
      return "published";
    case StoryState::withdrawn:
      return "withdrawn";
  }
  return "";
}

std::optional<StoryState> story_state(std::string_view name) {
  for (const StoryState state : story_states)
    if (to_string(state) == name) return state;
  return std::nullopt;
}

base::Problems refusals(const StoryWords& words, const instrument::Edition& edition) {
  base::Problems problems;
  if (!tells_of_an_area(words, edition))
    problems.emplace_back(problem::story_area_unknown, "Choose the area that the story is about",
                          base::Place{"area", 0, 0});
  if (is_blank(words.title)) problems.push_back(not_fit("title", "Give the story a title"));
  check_words("title", words.title, longest_story_title, problems);
  if (is_blank(words.text) || utf8_length(words.text).value_or(0) < shortest_story)
    problems.push_back(
        not_fit("text", "Tell it in at least " + std::to_string(shortest_story) + " characters"));
  check_words("text", words.text, longest_story, problems);
  check_words("contact", words.contact, longest_story_contact, problems);
  return problems;
}

base::Result<Story> rewritten(const Story& story, const StoryWords& words, const PersonId& by,
                              base::Instant now) {
  auto next = stepped(story, {StoryState::offered, StoryState::returned}, StoryState::offered);
  if (!next) return next;
  next->words = words;
  next->by = by;
  next->offered = now;
  next->decided_by.reset();
  next->decided.reset();
  next->reason.clear();
  return next;
}

base::Result<Story> published(const Story& story, const PersonId& by, base::Instant now) {
  return decided(stepped(story, {StoryState::offered}, StoryState::published), by, now);
}

base::Result<Story> returned(const Story& story, const PersonId& by, base::Instant now,
                             const std::string& reason) {
  if (is_blank(reason) || !is_plain_within(reason, longest_story_reason))
    return not_fit("reason", "Say in at most " + std::to_string(longest_story_reason) +
                                 " characters what the school should change");
  auto next =
      decided(stepped(story, {StoryState::offered, StoryState::published}, StoryState::returned), by, now);
  if (next) next->reason = reason;
  return next;
}

base::Result<Story> withdrawn(const Story& story) {
  auto next = stepped(story, {StoryState::offered, StoryState::returned, StoryState::published},
                      StoryState::withdrawn);
  if (!next) return next;
  next->words = {story.words.area, "", "", ""};
  next->reason.clear();
  return next;
}

}  // namespace smm::assessment
