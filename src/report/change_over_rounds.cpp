// SPDX-License-Identifier: Apache-2.0
#include "report/change_over_rounds.hpp"

#include <algorithm>

#include "instrument/earlier_answer.hpp"
#include "report/answer_words.hpp"

namespace smm::report {
namespace {

using instrument::AnswerState;
using instrument::Change;
using instrument::Concordance;
using instrument::ConcordanceRow;
using instrument::Edition;
using instrument::Route;
using render::Texts;
using scoring::IndicatorPoints;

// One program then and now.
struct Pair {
  const EarlierRound& earlier;
  const Edition& edition;
  const OwnSheet& then;
  const OwnSheet& now;
  const std::string& programme;
};

// Position in the sheet's questionnaire.
std::optional<std::size_t> place_of(const Edition& edition, const OwnSheet& sheet, const std::string& item) {
  const auto position = edition.item(item);
  if (!position) return std::nullopt;
  const int at = sheet.plan->routes.at[*position];
  return at < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(at));
}

// An earlier answer as the newer item would have it.
std::optional<WrittenAnswer> as_newer(const ConcordanceRow& row, const WrittenAnswer& written) {
  if (written.state != AnswerState::answered) return written;
  const auto value = instrument::value_as_newer(row, written.value);
  if (!value) return std::nullopt;
  return WrittenAnswer{written.state, *value, written.reason};
}

// A comparable row with both answers, the earlier one in the newer item's terms.
struct BothAnswers {
  const instrument::Item* item = nullptr;  // the newer one
  WrittenAnswer before;
  instrument::Answer read_before;
  Route route_before = Route::asked;
  std::size_t at = 0;  // in the newer questionnaire
};

std::optional<BothAnswers> both_answers(const Pair& pair, const ConcordanceRow& row) {
  const auto old_at = place_of(*pair.earlier.edition, pair.then, row.from.front());
  const auto new_at = place_of(pair.edition, pair.now, row.to.front());
  if (!old_at || !new_at) return std::nullopt;
  auto before = as_newer(row, pair.then.written[*old_at]);
  if (!before) return std::nullopt;
  BothAnswers both;
  both.item = &pair.now.plan->questionnaire.items[*new_at].item;
  both.before = std::move(*before);
  both.route_before = pair.then.routes[*old_at];
  both.at = *new_at;
  std::optional<base::Problem> problem;
  const instrument::AnswerText text{instrument::to_string(both.before.state), both.before.value,
                                    both.before.reason};
  const int years = pair.now.plan->questionnaire.years;
  if (!instrument::parse_answer(*both.item, years, text, both.read_before, problem)) return std::nullopt;
  return both;
}

IndicatorPoints points_before(const Pair& pair, const BothAnswers& both) {
  return scoring::indicator_points(*both.item, pair.now.plan->questionnaire.years, both.read_before,
                                   both.route_before);
}

// ---- What was changed.

bool says_the_same(const BothAnswers& both, const WrittenAnswer& now, const instrument::Answer& read_now) {
  if (both.before.state != now.state) return false;
  if (now.state != AnswerState::answered) return true;
  if (instrument::is_number(both.item->type))
    return both.read_before.value == read_now.value && both.read_before.comparator == read_now.comparator;
  if (both.item->options.empty()) return both.before.value == now.value;
  return both.read_before.choice.chosen == read_now.choice.chosen;
}

Moved moved(const IndicatorPoints& before, const IndicatorPoints& after) {
  if (!before.answered || !after.answered || before.attainable <= 0 || after.attainable <= 0)
    return Moved::sideways;
  const double difference = after.earned / after.attainable - before.earned / before.attainable;
  return difference > 1e-9 ? Moved::up : difference < -1e-9 ? Moved::down : Moved::sideways;
}

void add_change(const Pair& pair, const ConcordanceRow& row, const Texts& texts,
                std::vector<AnswerChange>& changes) {
  const auto both = both_answers(pair, row);
  if (!both) return;
  const WrittenAnswer& now = pair.now.written[both->at];
  if (says_the_same(*both, now, pair.now.answers[both->at])) return;
  const auto& item = *both->item;
  const bool scored = item.scored == instrument::Scored::yes;
  changes.push_back(
      {pair.edition.sections[item.section].id, item.id, item.shared ? std::string() : pair.programme,
       item.wording.question, answer_words(item, both->before.state, both->before.value, texts),
       answer_words(item, now.state, now.value, texts),
       scored ? moved(points_before(pair, *both), pair.now.points[both->at]) : Moved::sideways, row.note});
}

// ---- Trends.

struct Sums {
  double earned = 0;
  double attainable = 0;

  void add(const IndicatorPoints& points) {
    earned += points.earned;
    attainable += points.attainable;
  }
  double value() const { return 100 * earned / attainable; }
};

bool counts(const IndicatorPoints& points) {
  return points.answered && points.attainable > 0;
}

// All items of one side of a row, with that side's own points; nothing when one of them does not count.
std::optional<Sums> block_sums(const Edition& edition, const OwnSheet& sheet,
                               const std::vector<std::string>& items) {
  Sums sums;
  for (const std::string& item : items) {
    const auto at = place_of(edition, sheet, item);
    if (!at || !counts(sheet.points[*at])) return std::nullopt;
    sums.add(sheet.points[*at]);
  }
  return sums;
}

struct RowSums {
  Sums before;
  Sums after;
};

std::optional<RowSums> row_sums(const Pair& pair, const ConcordanceRow& row) {
  const auto after = block_sums(pair.edition, pair.now, row.to);
  if (!after) return std::nullopt;
  if (!instrument::is_comparable(row.change)) {
    const auto before = block_sums(*pair.earlier.edition, pair.then, row.from);
    return before ? std::optional(RowSums{*before, *after}) : std::nullopt;
  }
  const auto both = both_answers(pair, row);
  if (!both) return std::nullopt;
  const IndicatorPoints points = points_before(pair, *both);
  if (!counts(points)) return std::nullopt;
  RowSums sums{{}, *after};
  sums.before.add(points);
  return sums;
}

void add_trend(const Pair& pair, const ConcordanceRow& areas, ChangeOverRounds& change) {
  const auto tracked = instrument::tracked_areas(*pair.earlier.concordance, areas, *pair.earlier.edition,
                                                 pair.edition, pair.programme);
  AreaTrend trend{areas.to, pair.programme};
  RowSums sums;
  for (const ConcordanceRow* row : tracked.items) {
    const auto of_row = row_sums(pair, *row);
    if (!of_row) continue;
    ++trend.items;
    sums.before.earned += of_row->before.earned;
    sums.before.attainable += of_row->before.attainable;
    sums.after.earned += of_row->after.earned;
    sums.after.attainable += of_row->after.attainable;
  }
  if (!tracked.enough() || trend.items == 0) {
    ++change.not_tracked;
    return;
  }
  trend.before = sums.before.value();
  trend.after = sums.after.value();
  change.trends.push_back(std::move(trend));
}

bool is_told(const std::vector<AnswerChange>& changes, const AnswerChange& change) {
  return change.programme.empty() && std::ranges::any_of(changes, [&](const AnswerChange& each) {
           return each.programme.empty() && each.item == change.item;
         });
}

void add_pair(const Pair& pair, const Texts& texts, ChangeOverRounds& change) {
  std::vector<AnswerChange> changes;
  for (const ConcordanceRow* row : instrument::comparable_items(*pair.earlier.concordance))
    add_change(pair, *row, texts, changes);
  for (AnswerChange& each : changes)
    if (!is_told(change.answers, each)) change.answers.push_back(std::move(each));
  for (const ConcordanceRow* areas : instrument::linked_areas(*pair.earlier.concordance))
    add_trend(pair, *areas, change);
}

}  // namespace

Concordance same_edition(const Edition& edition) {
  Concordance same{edition.id, edition.id, {}, {}};
  for (const auto& section : edition.sections)
    if (section.kind == instrument::SectionKind::area)
      same.areas.push_back({{section.id}, {section.id}, Change::same, {}, {}, {}, {}});
  for (const auto& item : edition.items)
    same.items.push_back({{item.id}, {item.id}, Change::same, {}, {}, {}, {}});
  return same;
}

ChangeOverRounds change_over_rounds(const EarlierRound& earlier, const Edition& edition,
                                    const std::vector<OwnSheet>& sheets, const Texts& texts) {
  ChangeOverRounds change;
  for (const OwnSheet& now : sheets) {
    const std::string& programme = edition.programmes[now.programme].id;
    const auto then = std::ranges::find_if(earlier.sheets, [&](const OwnSheet& sheet) {
      return earlier.edition->programmes[sheet.programme].id == programme;
    });
    if (then != earlier.sheets.end()) add_pair({earlier, edition, *then, now, programme}, texts, change);
  }
  return change;
}

}  // namespace smm::report
