// SPDX-License-Identifier: Apache-2.0
#include "store/records/story_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

assessment::Story story_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::StoryId>(),
          .round = read.id<assessment::RoundId>(),
          .school = read.id<assessment::SchoolId>(),
          .words = {.area = read.text(), .title = read.text(), .text = read.text(), .contact = read.text()},
          .state = read.word(assessment::story_state),
          .by = read.id<assessment::PersonId>(),
          .offered = read.time(),
          .decided_by = read.id_or_null<assessment::PersonId>(),
          .decided = read.time_or_null(),
          .reason = read.text(),
          .version = read.integer()};
}

Values story_columns(const assessment::Story& story) {
  const auto& [area, title, text, contact] = story.words;
  return columns(story.round, story.school, area, title, text, contact, assessment::to_string(story.state),
                 story.by, story.offered, story.decided_by, story.decided, story.reason, story.version,
                 story.id);
}

}  // namespace

std::optional<assessment::Story> StoryRecords::by_id(const assessment::StoryId& id, bool locked) {
  return one(queries_.row(locked ? "story_locked" : "story", columns(id)), story_of);
}

std::vector<assessment::Story> StoryRecords::of(const app::SheetKey& sheet) {
  return each(queries_.rows("stories_of_part", columns(sheet.round, sheet.school)), story_of);
}

std::vector<assessment::Story> StoryRecords::in_state(assessment::StoryState state) {
  return each(queries_.rows("stories_in_state", columns(assessment::to_string(state))), story_of);
}

void StoryRecords::add(const assessment::Story& story) {
  queries_.run("add_story", story_columns(story));
}

void StoryRecords::change(const assessment::Story& story) {
  queries_.change("change_story", story_columns(story));
}

}  // namespace smm::store::records
