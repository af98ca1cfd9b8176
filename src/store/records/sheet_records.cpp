// SPDX-License-Identifier: Apache-2.0
#include "store/records/sheet_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::SealedAnswer answer_of(const Row& row) {
  RowReader read(row);
  return {.place = {.programme = read.text(), .item = read.text()},
          .state = read.word(instrument::answer_state),
          .sealed = read.blob(),
          .version = read.integer(),
          .made_from = read.integer(),
          .by = read.id_or_null<assessment::PersonId>(),
          .at = read.time(),
          .source = read.text()};
}

app::SealedNotKept not_kept_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<assessment::NotKeptId>(),
          .place = {.programme = read.text(), .item = read.text()},
          .state = read.word(instrument::answer_state),
          .sealed = read.blob(),
          .stood = read.integer(),
          .by = read.id<assessment::PersonId>(),
          .at = read.time()};
}

Values answer_columns(const app::SheetKey& sheet, const app::SealedAnswer& answer) {
  return columns(instrument::to_string(answer.state), Blob{answer.sealed}, answer.version, answer.made_from,
                 answer.by, answer.at, answer.source, sheet.round, sheet.school, answer.place.programme,
                 answer.place.item);
}

Values history_columns(const app::SheetKey& sheet, const app::SealedAnswer& answer) {
  const auto& [programme, item] = answer.place;
  return columns(instrument::to_string(answer.state), Blob{answer.sealed}, answer.made_from, answer.by,
                 answer.at, answer.source, sheet.round, sheet.school, programme, item, sheet.round,
                 sheet.school, programme, item);
}

}  // namespace

std::vector<app::SealedAnswer> SheetRecords::answers(const app::SheetKey& sheet) {
  return each(queries_.rows("answers", columns(sheet.round, sheet.school)), answer_of);
}

std::optional<app::SealedAnswer> SheetRecords::answer(const app::SheetKey& sheet,
                                                      const assessment::AnswerPlace& place) {
  return one(queries_.row("answer", columns(sheet.round, sheet.school, place.programme, place.item)),
             answer_of);
}

std::vector<app::SealedAnswer> SheetRecords::history(const app::SheetKey& sheet,
                                                     const assessment::AnswerPlace& place) {
  return each(
      queries_.rows("answer_history", columns(sheet.round, sheet.school, place.programme, place.item)),
      answer_of);
}

std::vector<app::SealedAnswer> SheetRecords::whole_history(const app::SheetKey& sheet) {
  return each(queries_.rows("whole_history", columns(sheet.round, sheet.school)), answer_of);
}

// Only the version before is replaced, whatever the caller read before: of two who keep the same version one
// is refused. The history refuses, which takes the version that stands: so nobody has to wait for a count.
void SheetRecords::keep(const app::SheetKey& sheet, const app::SealedAnswer& answer) {
  Values written = answer_columns(sheet, answer);
  if (answer.version > 1) written.push_back(answer.version - 1);
  queries_.run_later(answer.version == 1 ? "first_answer" : "next_answer", written);
  queries_.run_later("append_history", history_columns(sheet, answer));
}

std::vector<app::SealedNotKept> SheetRecords::not_kept(const app::SheetKey& sheet) {
  return each(queries_.rows("answers_not_kept", columns(sheet.round, sheet.school)), not_kept_of);
}

std::vector<app::SealedNotKept> SheetRecords::not_kept(const app::SheetKey& sheet,
                                                       const assessment::AnswerPlace& place) {
  return each(
      queries_.rows("answers_not_kept_at", columns(sheet.round, sheet.school, place.programme, place.item)),
      not_kept_of);
}

void SheetRecords::add(const app::SheetKey& sheet, const app::SealedNotKept& answer) {
  queries_.run("add_answer_not_kept", columns(answer.id, sheet.round, sheet.school, answer.place.programme,
                                              answer.place.item, instrument::to_string(answer.state),
                                              Blob{answer.sealed}, answer.stood, answer.by, answer.at));
}

}  // namespace smm::store::records
