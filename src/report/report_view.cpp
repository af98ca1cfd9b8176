// SPDX-License-Identifier: Apache-2.0
#include "report/report_view.hpp"

#include <algorithm>

#include "report/legacy_stars.hpp"
#include "report/points_words.hpp"
#include "report/report_pictures.hpp"
#include "report/report_words.hpp"

namespace smm::report {
namespace {

using render::Texts;
using render::View;
using render::views;
using scoring::ScoreState;

View row_view(const ReportStanding& standing, const Texts& texts) {
  View view;
  view.set("label", standing.label).set("own", own_words(standing.own, texts));
  view.set("bounds", bounds_words(standing.own, texts));
  view.set("mean", mean_words(standing)).set("interval", interval_words(standing, texts));
  view.set("band", band_words(standing, texts)).set("peers", peers_words(standing));
  view.set("standing", standing_words(standing, texts)).set("reasons", reasons_words(standing, texts));
  return view;
}

View where_view(const SchoolReport& report, const Texts& texts) {
  const bool compared = report.overall.beside.has_value();
  View::List rows = views(report.domains, [&](const auto& each) { return row_view(each, texts); });
  if (!report.round.leave_out_overall) rows.push_back(row_view(report.overall, texts));
  const auto& beside = report.overall.beside;
  View view;
  view.set("compared", compared).set("picture", picture_of_domains(report, texts));
  view.set("key", texts(compared ? "report.bars_key" : "report.bars_key_alone"));
  view.set("rows", std::move(rows));
  view.set("no_comparison", report.notes.no_comparison.empty()
                                ? std::string()
                                : texts("report.no_comparison." + report.notes.no_comparison));
  std::string behind = compared ? texts("report.peers_none") : std::string();
  if (beside && beside->peers)
    behind = texts("comparison.behind", {{"picks", std::to_string(beside->peers->picks)},
                                         {"schools", std::to_string(beside->peers->schools_in_blocks)}});
  return view.set("behind", behind);
}

View named_view(const NamedArea& area, bool strength, const Texts& texts) {
  return View()
      .set("area", area.label)
      .set("href", "#area-" + area.highlight.area.area)
      .set("words", highlight_words(area.highlight, strength, texts));
}

void set_highlights(View& view, const SchoolReport& report, const Texts& texts) {
  const auto list = [&](const std::vector<NamedArea>& areas, bool strength) {
    return views(areas, [&](const auto& each) { return named_view(each, strength, texts); });
  };
  view.set("strengths", list(report.strengths, true)).set("gaps", list(report.gaps, false));
  view.set("none_named", report.strengths.empty() && report.gaps.empty());
  const bool compared = report.overall.beside.has_value() && report.notes.width > 0;
  view.set("highlights_about",
           compared ? texts("report.highlights_about", {{"width", plain_number(report.notes.width)}})
                    : texts("report.highlights_about_alone"));
}

// ---- Change.

long count_moved(const ChangeOverRounds& change, Moved moved) {
  return std::ranges::count(change.answers, moved, &AnswerChange::moved);
}

View changed_view(const SchoolReport& report, const Texts& texts) {
  View view;
  view.set("first_round", !report.change.has_value());
  if (!report.change) return view.set("since", "").set("facts", View::List());
  const ChangeOverRounds& change = report.change->change;
  std::vector<std::string> facts;
  if (change.answers.empty()) {
    facts.push_back(texts("report.changed_none"));
  } else {
    facts.push_back(texts.counted("report.changed_count", static_cast<long>(change.answers.size())));
    facts.push_back(texts.counted("report.changed_up", count_moved(change, Moved::up)));
    facts.push_back(texts.counted("report.changed_down", count_moved(change, Moved::down)));
  }
  view.set("since", texts("report.changed_since", {{"round", report.change->since}}));
  return view.set("facts", views(facts, [](const std::string& fact) { return View().set("fact", fact); }));
}

std::string_view word_for_moved(Moved moved) {
  return moved == Moved::up ? "up" : moved == Moved::down ? "down" : "sideways";
}

View answer_change_view(const SchoolReport& report, const AnswerChange& change, const Texts& texts) {
  View view;
  view.set("area", area_label(report, change.area)).set("question", change.question);
  view.set("programme", report.programmes.size() > 1 ? change.programme : std::string());
  view.set("before", change.before).set("after", change.after).set("note", change.note);
  return view.set("moved", texts("report.moved." + std::string(word_for_moved(change.moved))));
}

View trend_view(const SchoolReport& report, const AreaTrend& trend) {
  return View()
      .set("label", trend_label(report, trend))
      .set("before", points_text(trend.before))
      .set("after", points_text(trend.after))
      .set("items", std::to_string(trend.items));
}

void set_changes(View& view, const SchoolReport& report, const Texts& texts) {
  static const ChangeOverRounds none;
  const ChangeOverRounds& change = report.change ? report.change->change : none;
  View changes;
  changes.set("since", report.change ? report.change->since : std::string());
  changes.set("has_answers", !change.answers.empty());
  changes.set("answers", views(change.answers,
                               [&](const auto& each) { return answer_change_view(report, each, texts); }));
  changes.set("has_trends", !change.trends.empty()).set("picture", picture_of_trends(report, texts));
  changes.set("trends", views(change.trends, [&](const auto& each) { return trend_view(report, each); }));
  const long left = static_cast<long>(change.not_tracked);
  changes.set("not_tracked", left > 0 ? texts.counted("report.not_tracked", left) : std::string());
  view.set("changed", changed_view(report, texts));
  view.set("has_changes", report.change.has_value()).set("changes", std::move(changes));
}

// ---- Moves.

void set_resource(View& view, const ReportResource& resource, const Texts& texts) {
  view.set("title", resource.title).set("publisher", resource.publisher);
  view.set("address", resource.address).set("kind", resource.kind).set("summary", resource.summary);
  view.set("recalled", resource.recalled ? texts("report.resource_recalled") : std::string());
}

View move_view(const Move& move, std::size_t number, const Texts& texts, const ReportLinks& links) {
  View view;
  view.set("number", std::to_string(number)).set("question", move.question);
  view.set("area", move.area_label).set("programme", move.programme).set("priority", move.priority);
  view.set("now", move.now).set("next", move.next.words);
  view.set("more", move.next.more > 1 ? texts.counted("report.move_more", move.next.more) : std::string());
  view.set("lever", texts("report.lever." + std::string(to_string(move.lever))));
  view.set("effort", texts("report.effort." + std::string(to_string(move.effort))));
  view.set("share", share_words(move.next.share, texts)).set("office", move.office);
  view.set("draft", move.draft).set("has_resource", move.resource.has_value());
  set_resource(view, move.resource.value_or(ReportResource{}), texts);
  view.set("goal_item", move.item).set("goal_programme", move.programme_id).set("goal_aim", move.aim);
  return view.set("goal_action", links.goal);
}

View::List move_views(const SchoolReport& report, const Texts& texts, const ReportLinks& links) {
  View::List list;
  for (const Move& move : report.moves) list.push_back(move_view(move, list.size() + 1, texts, links));
  return list;
}

// ---- Areas.

std::string points_words(const AnswerLine& line, const Texts& texts) {
  if (!line.scored) return texts("report.points_unscored");
  if (line.points.attainable <= 0) return texts("report.points_out");
  const std::string attainable = plain_number(line.points.attainable);
  if (!line.points.answered) return texts("report.points_missing", {{"attainable", attainable}});
  return texts("report.points_words",
               {{"earned", plain_number(line.points.earned)}, {"attainable", attainable}});
}

std::string next_words(const AnswerLine& line, const Texts& texts) {
  if (!line.next) {
    const bool top = line.scored && line.points.answered && line.points.attainable > 0 &&
                     line.points.earned >= line.points.attainable;
    return top ? texts("report.at_top") : std::string();
  }
  return texts("report.next_words",
               {{"next", line.next->words}, {"points", plain_number(line.next->points)}});
}

View answer_view(const AnswerLine& line, const Texts& texts) {
  View view;
  view.set("question", line.question).set("programme", line.programme).set("answer", line.answer);
  view.set("reason", line.reason).set("points", points_words(line, texts));
  view.set("next", next_words(line, texts));
  const bool told = line.next && line.next->share;
  return view.set("share", told ? texts("report.next_share", {{"share", std::to_string(*line.next->share)}})
                                : std::string());
}

View figure_view(const std::string& label, const std::string& value) {
  return View().set("label", label).set("value", value);
}

// The table twin of the area's picture.
View::List area_figures(const ReportStanding& standing, const Texts& texts) {
  View::List figures = {figure_view(texts("report.own"), own_words(standing.own, texts))};
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) figures.push_back(figure_view(texts(label), value));
  };
  add("report.bounds", bounds_words(standing.own, texts));
  add("report.mean", mean_words(standing));
  add("report.interval", interval_words(standing, texts));
  add("report.percentile", band_words(standing, texts));
  add("report.peers", peers_words(standing));
  add("report.position", standing_words(standing, texts));
  if (!standing.percentiles) return figures;
  constexpr const char* names[] = {"P10", "P25", "P50", "P75", "P90"};
  for (std::size_t i = 0; i < 5; ++i)
    figures.push_back(figure_view(names[i], to_string((*standing.percentiles)[i])));
  return figures;
}

View story_view(const ReportStory& story) {
  View view;
  view.set("title", story.title).set("address", story.address);
  return view.set("school", story.school).set("round", story.round);
}

View area_view(const AreaPage& area, const Texts& texts) {
  const bool spread = area.standing.percentiles.has_value();
  const bool mean = area.standing.beside && area.standing.beside->mean;
  View view;
  view.set("id", area.standing.id).set("label", area.standing.label).set("domain", area.domain);
  view.set("about", area.about).set("priority", area.priority);
  view.set("picture", picture_of_area(area.standing, texts));
  view.set("key", spread ? texts("report.band_key") : mean ? texts("report.band_key_mean") : std::string());
  view.set("reasons", reasons_words(area.standing, texts));
  view.set("figures", area_figures(area.standing, texts));
  view.set("answers", views(area.answers, [&](const auto& each) { return answer_view(each, texts); }));
  view.set("has_resources", !area.resources.empty());
  view.set("has_stories", !area.stories.empty()).set("stories", views(area.stories, story_view));
  return view.set("resources", views(area.resources, [&](const ReportResource& each) {
                    View resource;
                    set_resource(resource, each, texts);
                    return resource;
                  }));
}

// ---- Quarters and stars, for rounds that ask for them.

View legacy_view(const SchoolReport& report, const Texts& texts) {
  const auto rows = legacy_rows(report);
  View view;
  view.set("has_rows", !rows.empty());
  return view.set("rows", views(rows, [&](const LegacyRow& row) {
                    return View()
                        .set("label", row.standing->label)
                        .set("quarter", quarter_words(row.quarter, texts))
                        .set("stars", stars_shown(row.quarter));
                  }));
}

// ---- Plan and notes.

View goal_view(const SchoolReport& report, const PlannedGoal& goal, const Texts& texts) {
  View view;
  view.set("round", goal.round).set("area", goal.area.empty() ? "" : area_label(report, goal.area));
  view.set("words", goal.text).set("owner", goal.owner).set("due", goal.due).set("measure", goal.measure);
  view.set("question", goal.question).set("aim", goal.aim);
  view.set("reached", goal.reached.empty() ? std::string() : texts("report.goal_reached." + goal.reached));
  view.set("state", texts("report.goal_words." + goal.state)).set("ended", goal.ended);
  return view.set("result", goal.result);
}

View::List goal_views(const SchoolReport& report, bool earlier, const Texts& texts) {
  View::List list;
  for (const PlannedGoal& goal : report.goals)
    if (goal.earlier == earlier) list.push_back(goal_view(report, goal, texts));
  return list;
}

void set_goals(View& view, const SchoolReport& report, const Texts& texts, const ReportLinks& links) {
  const bool earlier = std::ranges::any_of(report.goals, &PlannedGoal::earlier);
  view.set("has_goals", !report.goals.empty()).set("plan_href", links.plan);
  view.set("has_earlier_goals", earlier).set("earlier_goals", goal_views(report, true, texts));
  view.set("has_new_goals", !std::ranges::all_of(report.goals, &PlannedGoal::earlier));
  view.set("new_goals", goal_views(report, false, texts));
}

View note_view(const std::string& term, const std::string& text, bool hash = false) {
  return View().set("term", term).set("words", text).set("hash", hash);
}

View notes_view(const SchoolReport& report, const Texts& texts) {
  const ReportNotes& notes = report.notes;
  View view;
  const std::string rate = texts("report.note_rate_words", {{"responded", std::to_string(notes.responded)},
                                                            {"asked", std::to_string(notes.asked)},
                                                            {"profession", report.profession_label}});
  View::List facts = {note_view(texts("report.note_edition"), notes.edition_title + ", " + notes.version),
                      note_view(notes.edition, notes.edition_hash, true),
                      note_view(texts("report.note_recipe"), notes.recipe, true),
                      note_view(texts("report.note_weights"), texts("report.note_weights_" + notes.weights)),
                      note_view(texts("report.note_release"), notes.release, true),
                      note_view(texts("report.note_rate"), rate)};
  if (report.round.score_composition)
    facts.push_back(note_view(texts("report.note_composition"), texts("report.note_composition_scored")));
  view.set("facts", std::move(facts));
  view.set("state", notes.state.empty() ? std::string()
                                        : texts("comparison.state." + notes.state,
                                                {{"profession", report.profession_label}}));
  view.set("has_withheld", !notes.withheld.empty());
  view.set("withheld", views(notes.withheld, [&](const Withheld& each) {
             return View()
                 .set("reason", texts("comparison.reason." + each.reason))
                 .set("labels", labels_words(each.labels));
           }));
  return view.set("promise", notes.k > 0 ? promise_words(notes, texts) : std::string());
}

void set_frame(View& view, const SchoolReport& report, const Texts& texts) {
  view.set("language", report.language);
  view.set("report_title",
           texts("report.page_title", {{"school", report.school.name}, {"round", report.round.title}}));
  view.set("school_name", report.school.name);
  view.set("report_lead", texts("report.lead", {{"profession", report.profession_label},
                                                {"programmes", programmes_words(report)},
                                                {"round", report.round.title}}));
}

}  // namespace

View report_view(const SchoolReport& report, const Texts& texts, const ReportLinks& links) {
  View view;
  set_frame(view, report, texts);
  view.set("where", where_view(report, texts));
  set_highlights(view, report, texts);
  set_changes(view, report, texts);
  view.set("moves_about", texts(report.notes.item_results ? "report.moves_about" : "report.moves_about_few"));
  view.set("has_moves", !report.moves.empty()).set("moves", move_views(report, texts, links));
  view.set("areas", views(report.areas, [&](const AreaPage& area) { return area_view(area, texts); }));
  view.set("has_legacy", report.round.legacy_stars).set("legacy", legacy_view(report, texts));
  set_goals(view, report, texts, links);
  return view.set("notes", notes_view(report, texts));
}

}  // namespace smm::report
