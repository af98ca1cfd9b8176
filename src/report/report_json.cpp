// SPDX-License-Identifier: Apache-2.0
#include "report/report_json.hpp"

#include "exchange/json.hpp"
#include "report/comparison_words.hpp"
#include "report/legacy_stars.hpp"

namespace smm::report {
namespace {

using exchange::JsonWriter;
using scoring::Score;
using scoring::ScoreState;

constexpr int decimals = 4;

void field(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key).text(value);
}

void field(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
  json.key(key);
  if (value)
    json.fixed(*value, decimals);
  else
    json.null();
}

void field(JsonWriter& json, std::string_view key, const std::optional<int>& value) {
  json.key(key);
  if (value)
    json.number(*value);
  else
    json.null();
}

void texts_field(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key).begin_array();
  for (const std::string& value : values) json.text(value);
  json.end_array();
}

template <class Range, class Write>
void list_field(JsonWriter& json, std::string_view key, const Range& range, Write write) {
  json.key(key).begin_array();
  for (const auto& each : range) {
    json.begin_object();
    write(each);
    json.end_object();
  }
  json.end_array();
}

// ---- Standings.

std::string_view rule_of(benchmark::NormLevel level) {
  return level == benchmark::NormLevel::area ? "area-score" : "domain-score";
}

void write_own(JsonWriter& json, const ReportStanding& standing) {
  const Score& own = standing.own;
  const bool applies = own.state != ScoreState::not_applicable;
  json.key("own").begin_object();
  field(json, "rule", rule_of(standing.level));
  field(json, "state", to_string(own.state));
  field(json, "score", own.state == ScoreState::scored ? std::optional(own.score) : std::nullopt);
  field(json, "lower", applies ? std::optional(own.lower) : std::nullopt);
  field(json, "upper", applies ? std::optional(own.upper) : std::nullopt);
  field(json, "answered_points", std::optional(own.answered_points));
  field(json, "attainable_points", std::optional(own.attainable_points));
  json.end_object();
}

void write_percentiles(JsonWriter& json, const ReportStanding& standing) {
  json.key("percentiles");
  if (!standing.percentiles) {
    json.null();
    return;
  }
  json.begin_array();
  for (const auto& shown : *standing.percentiles) json.text(to_string(shown));
  json.end_array();
}

void write_peers(JsonWriter& json, const std::optional<benchmark::PeerMean>& peers) {
  json.key("peers");
  if (!peers) {
    json.null();
    return;
  }
  json.begin_object();
  field(json, "mean", std::optional(peers->mean));
  json.key("picks").number(peers->picks).key("schools_in_blocks").number(peers->schools_in_blocks);
  json.end_object();
}

void write_band(JsonWriter& json, const std::optional<benchmark::PercentileBand>& band) {
  json.key("percentile_band");
  if (!band) {
    json.null();
    return;
  }
  json.begin_object().key("above").number(band->above).key("below").number(band->below).end_object();
}

void write_beside(JsonWriter& json, const ReportStanding& standing) {
  json.key("beside");
  if (!standing.beside) {
    json.null();
    return;
  }
  const benchmark::ComparedRow& row = *standing.beside;
  json.begin_object();
  field(json, "rule", "comparison");
  field(json, "own_on_the_same_areas", row.own);
  field(json, "mean", row.mean);
  field(json, "low", row.low);
  field(json, "high", row.high);
  write_percentiles(json, standing);
  write_band(json, row.percentile);
  json.key("standing");
  if (row.standing)
    json.text(word_for(*row.standing));
  else
    json.null();
  field(json, "distance", row.distance);
  write_peers(json, row.peers);
  field(json, "all_participants", row.all_participants);
  texts_field(json, "withheld", row.reasons);
  json.end_object();
}

void write_standing(JsonWriter& json, const ReportStanding& standing) {
  field(json, "level", to_string(standing.level));
  field(json, "id", standing.id);
  field(json, "label", standing.label);
  write_own(json, standing);
  write_beside(json, standing);
}

void write_standings(JsonWriter& json, const SchoolReport& report) {
  std::vector<const ReportStanding*> all;
  if (!report.round.leave_out_overall) all.push_back(&report.overall);
  for (const auto& domain : report.domains) all.push_back(&domain);
  for (const auto& area : report.areas) all.push_back(&area.standing);
  list_field(json, "standings", all, [&](const auto* each) { write_standing(json, *each); });
}

// Left out where the round did not ask.
void write_legacy(JsonWriter& json, const SchoolReport& report) {
  if (!report.round.legacy_stars) return;
  list_field(json, "legacy_stars", legacy_rows(report), [&](const LegacyRow& row) {
    field(json, "rule", "legacy-stars");
    field(json, "level", to_string(row.standing->level));
    field(json, "id", row.standing->id);
    field(json, "quarter", row.quarter);
    field(json, "stars", row.quarter);
  });
}

// ---- Highlights and moves.

void write_named(JsonWriter& json, const NamedArea& area) {
  field(json, "area", area.highlight.area.area);
  field(json, "basis",
        area.highlight.basis == HighlightBasis::beside_profession ? "beside_profession" : "own_scores");
  field(json, "own", std::optional(area.highlight.area.own));
  field(json, "mean", area.highlight.area.mean);
}

void write_next(JsonWriter& json, const std::optional<NextStep>& next) {
  json.key("next");
  if (!next) {
    json.null();
    return;
  }
  json.begin_object();
  field(json, "option", next->option);
  field(json, "words", next->words);
  field(json, "points", std::optional(next->points));
  json.key("more").number(next->more);
  field(json, "share", next->share);
  json.end_object();
}

void write_resource(JsonWriter& json, const ReportResource& resource) {
  field(json, "title", resource.title);
  field(json, "publisher", resource.publisher);
  field(json, "address", resource.address);
  field(json, "kind", resource.kind);
  json.key("recalled").flag(resource.recalled);
}

void write_move(JsonWriter& json, const Move& move) {
  field(json, "item", move.item);
  field(json, "area", move.area);
  field(json, "programme", move.programme);
  field(json, "question", move.question);
  field(json, "now", move.now);
  write_next(json, move.next);
  field(json, "lever", to_string(move.lever));
  field(json, "effort", to_string(move.effort));
  field(json, "office", move.office);
  json.key("priority").flag(move.priority);
  json.key("resource");
  if (move.resource) {
    json.begin_object();
    write_resource(json, *move.resource);
    json.end_object();
  } else {
    json.null();
  }
  field(json, "draft", move.draft);
}

// ---- Answers, change, goals.

void write_answer(JsonWriter& json, const std::string& area, const AnswerLine& line) {
  field(json, "area", area);
  field(json, "item", line.item);
  field(json, "programme", line.programme);
  field(json, "answer", line.answer);
  field(json, "reason", line.reason);
  json.key("scored").flag(line.scored);
  json.key("answered").flag(line.points.answered);
  field(json, "earned", std::optional(line.points.earned));
  field(json, "attainable", std::optional(line.points.attainable));
  write_next(json, line.next);
}

void write_answers(JsonWriter& json, const SchoolReport& report) {
  json.key("answers").begin_array();
  for (const AreaPage& area : report.areas) {
    for (const AnswerLine& line : area.answers) {
      json.begin_object();
      write_answer(json, area.standing.id, line);
      json.end_object();
    }
  }
  json.end_array();
}

void write_answer_change(JsonWriter& json, const AnswerChange& change) {
  field(json, "area", change.area);
  field(json, "item", change.item);
  field(json, "programme", change.programme);
  field(json, "before", change.before);
  field(json, "after", change.after);
  field(json, "moved", change.moved == Moved::up ? "up" : change.moved == Moved::down ? "down" : "sideways");
  field(json, "note", change.note);
}

void write_change(JsonWriter& json, const std::optional<ReportChange>& change) {
  json.key("change");
  if (!change) {
    json.null();
    return;
  }
  json.begin_object();
  field(json, "since", change->since);
  field(json, "rule", "change-over-rounds");
  field(json, "more_than_measuring_again", "not_yet_known");
  list_field(json, "answers", change->change.answers,
             [&](const auto& each) { write_answer_change(json, each); });
  list_field(json, "trends", change->change.trends, [&](const AreaTrend& trend) {
    texts_field(json, "areas", trend.areas);
    field(json, "programme", trend.programme);
    json.key("items").number(trend.items);
    field(json, "before", std::optional(trend.before));
    field(json, "after", std::optional(trend.after));
  });
  json.key("not_tracked").number(change->change.not_tracked);
  json.end_object();
}

void write_goal(JsonWriter& json, const PlannedGoal& goal) {
  field(json, "round", goal.round);
  field(json, "area", goal.area);
  field(json, "text", goal.text);
  field(json, "owner", goal.owner);
  field(json, "due", goal.due);
  field(json, "measure", goal.measure);
  field(json, "state", goal.state);
  field(json, "result", goal.result);
  field(json, "ended", goal.ended);
  field(json, "question", goal.question);
  field(json, "aim", goal.aim);
  json.key("earlier").flag(goal.earlier);
  field(json, "reached", goal.reached);
}

void write_head(JsonWriter& json, const SchoolReport& report) {
  const ReportNotes& notes = report.notes;
  json.key("format").number(report_json_format);
  field(json, "recipe", notes.recipe);
  field(json, "weights", notes.weights);
  json.key("round").begin_object();
  field(json, "code", report.round.code);
  field(json, "title", report.round.title);
  json.end_object().key("school").begin_object();
  field(json, "code", report.school.code);
  field(json, "name", report.school.name);
  json.end_object();
  field(json, "profession", report.profession);
  texts_field(json, "programmes", report.programmes);
  json.key("edition").begin_object();
  field(json, "id", notes.edition);
  field(json, "version", notes.version);
  field(json, "sha256", notes.edition_hash);
  json.end_object().key("release").begin_object();
  field(json, "sha256", notes.release);
  field(json, "state", notes.state);
  field(json, "bin_width", std::optional(notes.width));
  json.key("k").number(notes.k).key("fewest_scored").number(notes.fewest_scored);
  json.key("asked").number(notes.asked).key("responded").number(notes.responded);
  json.end_object();
  field(json, "no_comparison", notes.no_comparison);
}

}  // namespace

std::string report_json(const SchoolReport& report) {
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  write_head(json, report);
  write_standings(json, report);
  write_legacy(json, report);
  const auto named = [&](const NamedArea& area) { write_named(json, area); };
  list_field(json, "strengths", report.strengths, named);
  list_field(json, "gaps", report.gaps, named);
  list_field(json, "moves", report.moves, [&](const Move& move) { write_move(json, move); });
  write_change(json, report.change);
  write_answers(json, report);
  list_field(json, "goals", report.goals, [&](const PlannedGoal& goal) { write_goal(json, goal); });
  list_field(json, "withheld", report.notes.withheld, [&](const Withheld& each) {
    field(json, "reason", each.reason);
    texts_field(json, "of", each.labels);
  });
  json.end_object();
  json.finish();
  return text;
}

}  // namespace smm::report
