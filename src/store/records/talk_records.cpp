// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "store/records/columns.hpp"
#include "store/records/sheet_records.hpp"

namespace smm::store::records {
namespace {

app::SealedComment comment_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::CommentId>(),
          .place = {.programme = read.text(), .item = read.text()},
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob(),
          .mentions = {}};
}

std::vector<app::SealedComment> comments_with_mentions(const Rows& comments, const Rows& mentions) {
  std::map<assessment::CommentId, std::vector<assessment::PersonId>> mentioned;
  for (const Row& row : mentions) {
    RowReader read(row);
    auto& people = mentioned[read.id<assessment::CommentId>()];
    people.push_back(read.id<assessment::PersonId>());
  }
  auto made = each(comments, comment_of);
  for (app::SealedComment& comment : made) {
    const auto found = mentioned.find(comment.id);
    if (found != mentioned.end()) comment.mentions = found->second;
  }
  return made;
}

app::SealedNote note_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::NoteId>(),
          .scope = read.word(assessment::scope_named),
          .target = read.text(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob()};
}

}  // namespace

std::vector<app::SealedComment> SheetRecords::comments(const app::SheetKey& sheet) {
  const Values key = columns(sheet.round, sheet.school);
  return comments_with_mentions(queries_.rows("comments", key), queries_.rows("mentions", key));
}

std::vector<app::SealedComment> SheetRecords::comments(const app::SheetKey& sheet,
                                                       const assessment::AnswerPlace& place) {
  const Values key = columns(sheet.round, sheet.school, place.programme, place.item);
  return comments_with_mentions(queries_.rows("comments_at", key), queries_.rows("mentions_at", key));
}

void SheetRecords::add(const app::SheetKey& sheet, const app::SealedComment& comment) {
  queries_.run("add_comment", columns(comment.id, sheet.round, sheet.school, comment.place.programme,
                                      comment.place.item, comment.by, comment.at, Blob{comment.sealed}));
  for (const assessment::PersonId& person : comment.mentions)
    queries_.run("add_mention", columns(comment.id, person));
}

std::vector<app::SealedNote> SheetRecords::notes(const app::SheetKey& sheet) {
  return each(queries_.rows("notes", columns(sheet.round, sheet.school)), note_of);
}

void SheetRecords::add(const app::SheetKey& sheet, const app::SealedNote& note) {
  queries_.run("add_note", columns(note.id, sheet.round, sheet.school, assessment::to_string(note.scope),
                                   note.target, note.by, note.at, Blob{note.sealed}));
}

void SheetRecords::remove_notes(const app::SheetKey& sheet) {
  queries_.run("remove_notes", columns(sheet.round, sheet.school));
}

}  // namespace smm::store::records
