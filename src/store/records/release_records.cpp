// SPDX-License-Identifier: Apache-2.0
#include "store/records/release_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::KeptRelease release_of(const Row& row) {
  RowReader read(row);
  return {.round = read.id<assessment::RoundId>(),
          .sha256 = read.text(),
          .bytes = read.text(),
          .at = read.time()};
}

app::CheckQuestion question_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::CheckQuestionId>(),
          .sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .place = {.programme = read.text(), .item = read.text()},
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .sealed = read.blob(),
          .state = read.word(assessment::check_state),
          .settled_by = read.id_or_null<assessment::PersonId>(),
          .settled_at = read.time_or_null(),
          .sealed_reply = read.blob()};
}

}  // namespace

std::optional<app::KeptRelease> ReleaseRecords::of(const assessment::RoundId& round) {
  return one(queries_.row("release_of_round", columns(round)), release_of);
}

std::vector<app::KeptRelease> ReleaseRecords::all() {
  return each(queries_.rows("releases"), release_of);
}

void ReleaseRecords::add(const app::KeptRelease& release) {
  queries_.run("add_release", columns(release.round, release.sha256, release.bytes, release.at));
}

std::vector<app::CheckQuestion> ReleaseRecords::questions(const app::SheetKey& sheet) {
  return each(queries_.rows("check_questions_of_sheet", columns(sheet.round, sheet.school)), question_of);
}

std::vector<app::CheckQuestion> ReleaseRecords::questions(const assessment::RoundId& round) {
  return each(queries_.rows("check_questions_of_round", columns(round)), question_of);
}

void ReleaseRecords::add(const app::CheckQuestion& question) {
  queries_.run("add_check_question",
               columns(question.id, question.sheet.round, question.sheet.school, question.place.programme,
                       question.place.item, question.by, question.at, Blob{question.sealed},
                       assessment::to_string(question.state), question.settled_by, question.settled_at,
                       Blob{question.sealed_reply}));
}

void ReleaseRecords::settle(const app::CheckQuestion& question) {
  queries_.change("settle_check_question",
                  columns(assessment::to_string(question.state), question.settled_by, question.settled_at,
                          Blob{question.sealed_reply}, question.id));
}

}  // namespace smm::store::records
