// SPDX-License-Identifier: Apache-2.0
// A school's own figures about its graduates: how much of the roster is linked, and what measures say beside
// what the school answered. Nothing of other schools.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "app/answering/read_sheet.hpp"
#include "app/graduates/coverage.hpp"
#include "app/graduates/own_figures.hpp"
#include "base/document_reader.hpp"
#include "web/routes/answer_words.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"
#include "web/routes/sheet_places.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using app::CoverageRow;
using app::OwnFigure;
using assessment::Right;
using render::View;

std::string percent(double share) {
  return fmt::format("{:.1f} %", share * 100);
}

// ---- Coverage.

TableRowShown coverage_row(const Call& call, const CoverageRow& row) {
  const auto& texts = call.texts();
  const std::string value = row.value.empty() ? texts("graduates.coverage.not_told") : row.value;
  TableRowShown shown{row.group == "all" ? texts("graduates.coverage.all") : value};
  if (!row.counts) {
    shown.cells = {{texts("graduates.coverage.too_few")}, {""}, {""}, {""}, {""}, {""}, {""}};
    return shown;
  }
  const auto number = [](std::size_t count) { return Cell{std::to_string(count)}; };
  const auto& counts = *row.counts;
  const std::string share =
      row.share ? texts("graduates.coverage.share", {{"share", percent(row.share->share)},
                                                     {"low", percent(row.share->interval.low)},
                                                     {"high", percent(row.share->interval.high)}})
                : "";
  shown.cells = {number(counts.graduates),   number(counts.linked),          {share},
                 number(counts.ambiguous),   number(counts.not_in_registry), number(counts.no_npi_expected),
                 number(counts.contradicted)};
  return shown;
}

View coverage_group(const Call& call, const std::string& group, const std::vector<CoverageRow>& rows) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> shown;
  for (const CoverageRow& row : rows)
    if (row.group == group) shown.push_back(coverage_row(call, row));
  const std::string title = texts("graduates.coverage.by." + group);
  View view;
  view.set("title", title).set("about", "");
  set_table(view, title,
            {title, texts("graduates.coverage.graduates"), texts("graduates.coverage.linked"),
             texts("graduates.coverage.share_title"), texts("graduates.coverage.ambiguous"),
             texts("graduates.coverage.not_in_registry"), texts("graduates.coverage.no_npi_expected"),
             texts("graduates.coverage.contradicted")},
            shown);
  return view;
}

void set_notes_of_figures(View& view, const std::string& title, const std::vector<std::string>& notes) {
  view.set("notes_title", title).set("has_notes", !notes.empty());
  view.set("notes", render::views(notes, [](const std::string& note) {
             View each;
             each.set("text", note);
             return each;
           }));
}

base::Result<Reply> show_coverage(const Call& call) {
  const auto coverage = app::school_coverage(call.installation(), hand_of(call));
  if (!coverage) return coverage.problems();
  const auto& texts = call.texts();
  Page page = graduates_page(
      call, "page_figures",
      {texts("graduates.coverage.title"),
       texts("graduates.coverage.lead", {{"when", full_time(call, coverage->at)}}), call.where->school.name});
  View::List groups;
  for (const char* group : {"all", "programme", "year", "sex"})
    if (std::ranges::any_of(coverage->rows, [&](const auto& row) { return row.group == group; }))
      groups.push_back(coverage_group(call, group, coverage->rows));
  page.view.set("groups", std::move(groups));
  set_notes_of_figures(page.view, "", {});
  page.view.set("below", View::List{told_notice(texts("graduates.coverage.how_title"),
                                                texts("graduates.coverage.how"))});
  return Reply(std::move(page));
}

// ---- Measures.

// Shares are printed as percentages; medians, ratios and differences as they are.
std::string rate_words(const OwnFigure& figure, const std::string& number) {
  if (number.empty()) return "";
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  const bool share = figure.scoring == "proportion" || figure.scoring == "follow_up";
  return share ? percent(value) : fmt::format("{:.2f}", value);
}

std::string with_interval(const Call& call, const OwnFigure& figure) {
  const auto& texts = call.texts();
  if (figure.rate.empty()) return texts("graduates.measures.too_few");
  if (figure.low.empty()) return rate_words(figure, figure.rate);
  return texts("graduates.coverage.share", {{"share", rate_words(figure, figure.rate)},
                                            {"low", rate_words(figure, figure.low)},
                                            {"high", rate_words(figure, figure.high)}});
}

std::string bounds_words(const Call& call, const OwnFigure& figure) {
  if (figure.bound_low.empty()) return "";
  return call.texts()("graduates.measures.bounds_text", {{"low", rate_words(figure, figure.bound_low)},
                                                         {"high", rate_words(figure, figure.bound_high)}});
}

std::string coverage_words(const Call& call, const OwnFigure& figure) {
  return call.texts()("graduates.measures.coverage_text", {{"known", figure.known},
                                                           {"unknown", figure.unknown},
                                                           {"not_linked", figure.not_linked},
                                                           {"no_npi", figure.no_npi_expected}});
}

// What the school itself answered to questions that ask for the same.
std::string own_answer(const Call& call, const app::SheetReading& reading, const std::string& measure) {
  const auto& plan = *call.where->plan;
  std::string words;
  for (std::size_t place = 0; place < plan.answers.size(); ++place) {
    const auto& item = assessment::item_at(plan, place);
    if (item.measure != measure || !reading.visible[place] || !reading.at[place]) continue;
    words += (words.empty() ? "" : "; ") + answer_words(item, reading.at[place]->given, call.texts());
  }
  return words;
}

TableRowShown measure_row(const Call& call, const app::SheetReading& reading, const OwnFigure& figure) {
  const std::string label =
      figure.measure + " " + figure.title + (figure.stratum.empty() ? "" : ", " + figure.stratum);
  const std::string of =
      call.texts()("graduates.measures.of",
                   {{"numerator", figure.numerator.empty() ? "–" : figure.numerator}, {"n", figure.n}});
  return {label,
          "",
          {{of},
           {with_interval(call, figure)},
           {bounds_words(call, figure)},
           {coverage_words(call, figure)},
           {figure.programme.empty() ? own_answer(call, reading, figure.measure) : std::string()}}};
}

// A measure of which nobody is in the population says nothing.
bool says_something(const OwnFigure& figure) {
  return std::ranges::any_of(
      std::array{&figure.n, &figure.unknown, &figure.not_linked, &figure.no_npi_expected},
      [](const std::string* count) { return *count != "0" && *count != "0.0" && !count->empty(); });
}

// A note about one measure is of use beside its row only.
bool is_of_shown_measures(const app::OwnFigures& figures, const std::string& note) {
  if (!note.starts_with("SM-")) return true;
  const std::string measure = note.substr(0, note.find(':'));
  return std::ranges::any_of(figures.rows, [&](const OwnFigure& figure) {
    return figure.measure == measure && says_something(figure);
  });
}

View measures_group(const Call& call, const app::SheetReading& reading, const app::OwnFigures& figures,
                    const std::string& programme) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const OwnFigure& figure : figures.rows)
    if (figure.programme == programme && says_something(figure))
      rows.push_back(measure_row(call, reading, figure));
  const std::string title = programme.empty() ? texts("graduates.measures.whole") : programme;
  View view;
  view.set("title", title).set("about", "");
  set_table(view, title,
            {texts("graduates.measures.measure"), texts("graduates.measures.counts"),
             texts("graduates.measures.value"), texts("graduates.measures.bounds"),
             texts("graduates.measures.coverage"), texts("graduates.measures.own")},
            rows);
  return view;
}

std::vector<std::string> programmes_of(const app::OwnFigures& figures) {
  std::vector<std::string> all = {""};
  for (const OwnFigure& figure : figures.rows)
    if (std::ranges::find(all, figure.programme) == all.end()) all.push_back(figure.programme);
  return all;
}

base::Result<Reply> show_measures(const Call& call) {
  const auto figures = app::own_figures(call.installation(), outcome_sources(call), hand_of(call));
  if (!figures) return figures.problems();
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto& texts = call.texts();
  Page page = graduates_page(
      call, "page_figures",
      {texts("graduates.measures.title"),
       texts("graduates.measures.lead", {{"when", full_time(call, figures->at)}}), call.where->school.name});
  page.view.set("groups", render::views(programmes_of(*figures), [&](const std::string& programme) {
                  return measures_group(call, *reading, *figures, programme);
                }));
  std::vector<std::string> notes = figures->notes;
  std::erase_if(notes, [&](const std::string& note) { return !is_of_shown_measures(*figures, note); });
  if (!figures->rows.empty())
    notes.push_back(texts("graduates.measures.cited", {{"cited", figures->rows.front().snapshots}}));
  set_notes_of_figures(page.view, texts("graduates.measures.notes"), notes);
  page.view.set("below", View::List{told_notice(texts("graduates.measures.others_title"),
                                                texts("graduates.measures.others"))});
  return Reply(std::move(page));
}

// ---- A figure as the answer to a question.

base::Result<Reply> take_figure(const Call& call) {
  const auto place = place_in_path(call);
  if (!place) return place.problems();
  const auto base = base::parse_integer(call.form.fields.value("base"));
  const auto saved = app::take_suggestion(call.installation(), outcome_sources(call), hand_of(call), *place,
                                          base.value_or(0));
  if (!saved) return saved.problems();
  const bool conflict = saved->outcome == assessment::SaveOutcome::conflict;
  return Reply(Redirect{question_path(call, *place), conflict ? "figure_conflict" : "figure_taken"});
}

}  // namespace

std::vector<Endpoint> graduate_figure_endpoints() {
  const std::string path = graduates_pattern;
  const Access tend = for_school(Right::tend_graduates);
  return {get(path + "/coverage", "coverage", tend, show_coverage),
          get(path + "/measures", "own_measures", tend, show_measures),
          post("/rounds/{round}/schools/{school}/questions/{number:number}/figure", "take_figure",
               for_school({Right::write_all_answers, Right::write_own_answers}), take_figure)};
}

}  // namespace smm::web
