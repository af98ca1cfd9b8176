// SPDX-License-Identifier: Apache-2.0
#include "app/answering/copy_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <tuple>

#include "app/answering/answer_seals.hpp"
#include "app/answering/evidence.hpp"
#include "app/answering/school_scores.hpp"
#include "base/assert.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

using assessment::AnswerPlace;
using instrument::AnswerState;

std::string who(const SheetReading& reading, const std::optional<assessment::PersonId>& person) {
  return reading.name_of(person);
}

// An answer file has no value where other answers close the question.
bool is_closed(const SheetReading& reading, std::size_t place) {
  const instrument::Route route = reading.routed.routes[place];
  return route == instrument::Route::leaves || route == instrument::Route::closed_at_zero;
}

std::vector<std::string> answers_row(const Hand& hand, const SheetReading& reading, std::size_t place) {
  const AnswerPlace& at = hand.sheet.plan->answers[place].place;
  const std::string& question = assessment::item_at(*hand.sheet.plan, place).wording.question;
  const auto& standing = reading.at[place];
  const bool said = standing && !is_closed(reading, place);
  const assessment::GivenAnswer given = said ? standing->given : assessment::GivenAnswer();
  return {hand.sheet.school.code,
          at.programme,
          at.item,
          std::string(to_string(given.state)),
          given.value,
          given.reason,
          standing ? std::to_string(standing->version) : "0",
          standing ? who(reading, standing->by) : "",
          standing ? utc_stamp(standing->at) : "",
          question};
}

CopyTable answers_table(const Hand& hand, const SheetReading& reading) {
  CopyTable table{"answers",
                  {"school_id", "programme", "item_id", "state", "value", "reason", "version", "answered_by",
                   "answered_at", "question"},
                  {}};
  for (std::size_t place = 0; place < hand.sheet.plan->answers.size(); ++place)
    if (reading.visible[place]) table.rows.push_back(answers_row(hand, reading, place));
  return table;
}

using Cells = std::vector<std::string>;

void add_versions_to(std::vector<Cells>& rows, Records& records, const Hand& hand, const Seals& seals,
                     const SheetReading& reading) {
  for (const SealedAnswer& kept : records.sheets.whole_history(hand.sheet.key())) {
    const auto place = hand.sheet.plan->find(kept.place);
    if (!place || !reading.visible[*place]) continue;
    const auto given = open_answer(seals, hand.sheet.key(), kept).given;
    rows.push_back({hand.sheet.school.code, kept.place.programme, kept.place.item,
                    std::to_string(kept.version), std::string(to_string(kept.state)), given.value,
                    given.reason, who(reading, kept.by), utc_stamp(kept.at), std::to_string(kept.made_from),
                    kept.source, ""});
  }
}

// Versions they never became.
void add_not_kept_to(std::vector<Cells>& rows, Records& records, const Hand& hand, const Seals& seals,
                     const SheetReading& reading) {
  for (const SealedNotKept& kept : records.sheets.not_kept(hand.sheet.key())) {
    const auto place = hand.sheet.plan->find(kept.place);
    if (!place || !reading.visible[*place]) continue;
    const auto given = open_not_kept(seals, hand.sheet.key(), kept);
    rows.push_back({hand.sheet.school.code, kept.place.programme, kept.place.item, "",
                    std::string(to_string(kept.state)), given.value, given.reason, who(reading, kept.by),
                    utc_stamp(kept.at), "", "page", std::to_string(kept.stood)});
  }
}

CopyTable history_table(Installation& installation, const Hand& hand, const Seals& seals,
                        const SheetReading& reading) {
  CopyTable table{"history",
                  {"school_id", "programme", "item_id", "version", "state", "value", "reason", "answered_by",
                   "answered_at", "made_from", "source", "not_kept_for"},
                  {}};
  std::vector<Cells>& rows = table.rows;
  installation.database.read([&](Records& records) {
    rows.clear();
    add_versions_to(rows, records, hand, seals, reading);
    add_not_kept_to(rows, records, hand, seals, reading);
  });
  std::ranges::stable_sort(rows, {}, [](const Cells& row) { return std::tie(row[1], row[2]); });
  return table;
}

CopyTable evidence_table(const Hand& hand, const SheetReading& reading, const std::vector<Evidence>& pieces) {
  CopyTable table{
      "evidence",
      {"school_id", "programme", "item_id", "kind", "name", "bytes", "added_by", "added_at", "removed_at"},
      {}};
  for (const Evidence& piece : pieces) {
    const AnswerPlace& at = hand.sheet.plan->answers[piece.place].place;
    table.rows.push_back({hand.sheet.school.code, at.programme, at.item, piece.file ? "file" : "link",
                          piece.name, std::to_string(piece.bytes), who(reading, piece.by),
                          utc_stamp(piece.at), piece.removed ? utc_stamp(*piece.removed) : ""});
  }
  return table;
}

CopyTable scores_table(const Hand& hand, const SheetReading& reading) {
  const std::string file = score_file(hand.sheet, school_scores(hand.sheet, reading.routed));
  const auto read = exchange::read_table(file, "scores");
  SMM_ASSERT(read);
  CopyTable table{"scores", {}, {}};
  for (const auto& column : read->columns) table.columns.push_back(column);
  for (const auto& row : read->rows) table.rows.push_back(row.cells);
  return table;
}

}  // namespace

std::string utc_stamp(base::Instant when) {
  using namespace std::chrono;
  const sys_seconds second{seconds(when.seconds())};
  const auto day = floor<days>(second);
  const year_month_day date(day);
  const hh_mm_ss time(second - day);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

base::Result<SchoolCopy> school_copy(Installation& installation, const Hand& hand, const Seals& seals,
                                     base::Instant now) {
  const auto reading = read_sheet(installation, hand, now);
  if (!reading) return reading.problems();
  const auto pieces = evidence_seen(installation, hand);
  if (!pieces) return pieces.problems();
  SchoolCopy copy{hand.sheet.school.code, hand.sheet.round.code, hand.sheet.edition->edition.id, {}};
  copy.tables.push_back(answers_table(hand, *reading));
  copy.tables.push_back(history_table(installation, hand, seals, *reading));
  copy.tables.push_back(evidence_table(hand, *reading, *pieces));
  if (assessment::allows(hand.standing, assessment::Right::read_scores))
    copy.tables.push_back(scores_table(hand, *reading));
  return copy;
}

}  // namespace smm::app
