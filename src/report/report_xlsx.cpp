// SPDX-License-Identifier: Apache-2.0
#include "report/report_xlsx.hpp"

#include "exchange/xlsx_writer.hpp"
#include "report/legacy_stars.hpp"
#include "report/report_pictures.hpp"
#include "report/report_words.hpp"

namespace smm::report {
namespace {

using exchange::CellStyle;
using exchange::Workbook;
using render::Texts;
using scoring::ScoreState;

struct Column {
  std::string header;
  double width = 12;
};

// A sheet that is written row by row below its header.
class TableSheet {
 public:
  TableSheet(Workbook& book, const std::string& name, const std::vector<Column>& columns)
      : sheet_(book.add_sheet(name)) {
    for (const Column& column : columns) {
      sheet_.column_width(column_, column_, column.width);
      sheet_.text(0, column_++, column.header, CellStyle::heading);
    }
    const auto last = static_cast<std::uint16_t>(columns.size());
    sheet_.freeze_panes(1, last > 1 ? 1 : 0);
    sheet_.page({.landscape = true, .repeat_rows = exchange::RowSpan{0, 0}, .header = name});
  }

  TableSheet& begin() {
    ++row_;
    column_ = 0;
    return *this;
  }
  TableSheet& text(const std::string& value) {
    sheet_.text(row_, column_++, value, CellStyle::body);
    return *this;
  }
  TableSheet& number(const std::optional<double>& value) {
    if (value) sheet_.number(row_, column_, *value);
    ++column_;
    return *this;
  }

 private:
  exchange::Sheet sheet_;
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0;
};

void add_standing(TableSheet& sheet, const ReportStanding& standing, const Texts& texts) {
  const auto& own = standing.own;
  const bool scored = own.state == ScoreState::scored;
  const bool applies = own.state != ScoreState::not_applicable;
  const auto* row = standing.beside ? &*standing.beside : nullptr;
  sheet.begin().text(standing.label).number(scored ? std::optional(own.score) : std::nullopt);
  sheet.number(applies ? std::optional(own.lower) : std::nullopt);
  sheet.number(applies ? std::optional(own.upper) : std::nullopt);
  sheet.number(row ? row->mean : std::nullopt).number(row ? row->low : std::nullopt);
  sheet.number(row ? row->high : std::nullopt).text(band_words(standing, texts));
  sheet.number(row && row->peers ? std::optional(row->peers->mean) : std::nullopt);
  sheet.text(standing_words(standing, texts)).text(reasons_words(standing, texts));
}

void add_standings(Workbook& book, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.standing"),
                   {{texts("report.area"), 38},
                    {texts("report.own")},
                    {texts("report.sheet.lower")},
                    {texts("report.sheet.upper")},
                    {texts("report.mean")},
                    {texts("report.sheet.low")},
                    {texts("report.sheet.high")},
                    {texts("report.percentile")},
                    {texts("report.peers")},
                    {texts("report.position")},
                    {texts("report.note_withheld"), 60}});
  if (!report.round.leave_out_overall) add_standing(sheet, report.overall, texts);
  for (const auto& domain : report.domains) add_standing(sheet, domain, texts);
  for (const auto& area : report.areas) add_standing(sheet, area.standing, texts);
}

void add_legacy(Workbook& book, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.legacy"),
                   {{texts("report.legacy.of"), 38}, {texts("report.legacy.quarter"), 32}});
  for (const LegacyRow& row : legacy_rows(report))
    sheet.begin().text(row.standing->label).text(quarter_words(row.quarter, texts));
  sheet.begin().text(texts("report.legacy.about"));
}

void add_moves(Workbook& book, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.moves"),
                   {{texts("report.area"), 28},
                    {texts("report.question"), 60},
                    {texts("report.move_now"), 30},
                    {texts("report.move_next"), 30},
                    {texts("report.move_lever"), 24},
                    {texts("report.move_effort")},
                    {texts("report.move_share"), 18},
                    {texts("report.move_resource"), 50},
                    {texts("report.move_draft"), 90}});
  for (const Move& move : report.moves) {
    sheet.begin().text(move.area_label).text(move.question).text(move.now).text(move.next.words);
    sheet.text(texts("report.lever." + std::string(to_string(move.lever))));
    sheet.text(texts("report.effort." + std::string(to_string(move.effort))));
    sheet.text(share_words(move.next.share, texts));
    sheet.text(move.resource ? move.resource->title + ", " + move.resource->address : std::string());
    sheet.text(move.draft);
  }
}

void add_answers(Workbook& book, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.answers"),
                   {{texts("report.sheet.item"), 28},
                    {texts("report.area"), 28},
                    {texts("report.sheet.programme")},
                    {texts("report.question"), 60},
                    {texts("report.answer"), 40},
                    {texts("report.sheet.earned")},
                    {texts("report.sheet.attainable")},
                    {texts("report.next"), 40}});
  for (const AreaPage& area : report.areas) {
    for (const AnswerLine& line : area.answers) {
      const bool counted = line.scored && line.points.attainable > 0;
      sheet.begin().text(line.item).text(area.standing.label).text(line.programme).text(line.question);
      sheet.text(line.answer);
      sheet.number(counted && line.points.answered ? std::optional(line.points.earned) : std::nullopt);
      sheet.number(counted ? std::optional(line.points.attainable) : std::nullopt);
      sheet.text(line.next ? line.next->words : std::string());
    }
  }
}

void add_changes(Workbook& book, const ReportChange& change, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.changes"),
                   {{texts("report.area"), 28},
                    {texts("report.question"), 60},
                    {texts("report.sheet.programme")},
                    {texts("report.changes_before"), 40},
                    {texts("report.changes_after"), 40}});
  for (const AnswerChange& each : change.change.answers) {
    sheet.begin().text(area_label(report, each.area)).text(each.question).text(each.programme);
    sheet.text(each.before).text(each.after);
  }
  for (const AreaTrend& trend : change.change.trends) {
    sheet.begin().text(trend_label(report, trend)).text(texts("report.trends_title")).text(trend.programme);
    sheet.number(trend.before).number(trend.after);
  }
}

void add_plan(Workbook& book, const SchoolReport& report, const Texts& texts) {
  TableSheet sheet(book, texts("report.sheet.plan"),
                   {{texts("report.goal"), 60},
                    {texts("report.goal_owner"), 24},
                    {texts("report.goal_due")},
                    {texts("report.goal_measure"), 40},
                    {texts("report.goal_state")},
                    {texts("report.goal_ended")},
                    {texts("report.goal_result"), 40},
                    {texts("report.goal_round"), 24},
                    {texts("report.question"), 60},
                    {texts("report.goal_aim"), 40},
                    {texts("report.goal_answer"), 24}});
  for (const PlannedGoal& goal : report.goals) {
    sheet.begin().text(goal.text).text(goal.owner).text(goal.due).text(goal.measure);
    sheet.text(texts("report.goal_words." + goal.state)).text(goal.ended).text(goal.result).text(goal.round);
    sheet.text(goal.question).text(goal.aim);
    sheet.text(goal.reached.empty() ? std::string() : texts("report.goal_reached." + goal.reached));
  }
}

void add_notes(Workbook& book, const SchoolReport& report, const Texts& texts) {
  const ReportNotes& notes = report.notes;
  TableSheet sheet(book, texts("report.sheet.notes"),
                   {{texts("report.sheet.label"), 28}, {texts("report.sheet.value"), 100}});
  const auto add = [&](const std::string& label, const std::string& value) {
    sheet.begin().text(label).text(value);
  };
  add(texts("report.note_edition"), notes.edition + " " + notes.version + " " + notes.edition_hash);
  add(texts("report.note_recipe"), notes.recipe);
  add(texts("report.note_weights"), texts("report.note_weights_" + notes.weights));
  add(texts("report.note_release"), notes.release);
  add(texts("report.note_rate"),
      texts("report.note_rate_words", {{"responded", std::to_string(notes.responded)},
                                       {"asked", std::to_string(notes.asked)},
                                       {"profession", report.profession_label}}));
  for (const Withheld& each : notes.withheld)
    add(texts("report.note_withheld"),
        texts("comparison.reason." + each.reason) + " " + labels_words(each.labels));
  if (notes.k > 0) add(texts("report.promise"), promise_words(notes, texts));
  add(texts("report.copy_title"), texts("report.copy"));
}

}  // namespace

std::string report_xlsx(const SchoolReport& report, const Texts& texts) {
  Workbook book(
      {.title = texts("report.page_title", {{"school", report.school.name}, {"round", report.round.title}}),
       .subject = texts("report.title")});
  add_standings(book, report, texts);
  add_moves(book, report, texts);
  add_answers(book, report, texts);
  if (report.round.legacy_stars) add_legacy(book, report, texts);
  if (report.change) add_changes(book, *report.change, report, texts);
  add_plan(book, report, texts);
  add_notes(book, report, texts);
  return book.finish();
}

}  // namespace smm::report
