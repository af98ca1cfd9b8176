// SPDX-License-Identifier: Apache-2.0
// Reviewing pairs of a graduate and a person of the registry: blind until it is decided, then with what the
// linkage makes of it. Paths hold the pair's number and nothing about anybody.
#include "app/graduates/review.hpp"

#include <fmt/format.h>

#include "app/graduates/problems.hpp"
#include "base/document_reader.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/graduate_paths.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/routes/waterfall.hpp"

namespace smm::web {
namespace {

using app::linking::ExplainedField;
using app::linking::ReviewPair;
using app::linking::ToldFact;
using assessment::Right;
using render::View;

std::string pair_path(const Call& call, std::size_t number) {
  return graduates_path(call, "/review/" + std::to_string(number));
}

std::string field_words(const Call& call, const std::string& field) {
  return call.texts()("graduates.fields." + field);
}

// Levels are words of the method; those that have a plain sentence are said by it.
std::string level_words(const Call& call, const ExplainedField& field) {
  const std::string key = "graduates.levels." + field.level;
  return call.texts().has(key) ? call.texts()(key) : field.level;
}

// What a roster or the registry calls a fact, in words where we know it.
View facts_of(const Call& call, const std::vector<ToldFact>& facts) {
  View view;
  view.set("pairs", render::views(facts, [&](const ToldFact& fact) {
             const std::string key = "graduates.facts." + fact.name;
             View each;
             each.set("term", call.texts().has(key) ? call.texts()(key) : fact.name);
             each.set("value", fact.text).set("action", false);
             return each;
           }));
  return view;
}

View::List levels_of(const Call& call, const ReviewPair& pair) {
  return render::views(pair.evidence, [&](const ExplainedField& field) {
    View view;
    view.set("field", field_words(call, field.field)).set("level", level_words(call, field));
    return view;
  });
}

View::List choices_of(const Call& call, const ReviewPair& pair) {
  View::List choices;
  for (const char* value : {"same", "different", "unsure"}) {
    View view;
    view.set("value", value).set("label", call.texts()(std::string("graduates.pair.") + value));
    view.set("first", pair.decision.empty() ? std::string_view(value) != "unsure" : pair.decision == value);
    choices.push_back(std::move(view));
  }
  return choices;
}

// ---- After the decision.

View weight_row(const std::string& field, const std::string& level, double weight, bool total) {
  View view;
  view.set("field", field).set("level", level).set("weight", fmt::format("{:+.2f}", weight));
  view.set("total", total);
  return view;
}

View after_view(const Call& call, const ReviewPair& pair) {
  const auto& texts = call.texts();
  View::List rows;
  std::vector<WaterfallStep> steps;
  double sum = 0;
  for (const ExplainedField& field : pair.evidence) {
    sum += field.weight;
    steps.push_back({field_words(call, field.field), field.weight, false});
    rows.push_back(weight_row(steps.back().label, level_words(call, field), field.weight, false));
  }
  steps.push_back({texts("graduates.pair.sum"), sum, true});
  rows.push_back(weight_row(texts("graduates.pair.sum"), "", sum, true));
  View view;
  view.set("probability",
           texts("graduates.pair.probability", {{"percent", fmt::format("{:.1f}", pair.probability * 100)}}));
  view.set("picture",
           waterfall_view(steps, texts("graduates.pair.picture"),
                          texts("graduates.pair.picture_about", {{"sum", fmt::format("{:+.2f}", sum)}})));
  view.set("weights", std::move(rows)).set("next_href", graduates_path(call, "/review"));
  return view;
}

// ---- The page.

View before_view(const Call& call) {
  const auto last = base::parse_integer(call.request.query.value("last"));
  if (!last || *last < 0) return false;
  View view;
  view.set("label", call.texts()("graduates.pair.last"));
  view.set("href", pair_path(call, static_cast<std::size_t>(*last)));
  return view;
}

Reply pair_page(const Call& call, const ReviewPair& pair, const base::Problems& refused) {
  const auto& texts = call.texts();
  Page page =
      graduates_page(call, "page_pair",
                     {texts("graduates.pair.title"), texts("graduates.pair.lead"), call.where->school.name});
  std::vector<FormError> errors;
  for (const auto& problem : refused) errors.push_back({problem.sentence, ""});
  set_errors(page.view, errors);
  page.status = errors.empty() ? 200 : 409;
  page.view.set("before", before_view(call));
  page.view.set("roster_title", texts("graduates.pair.roster"));
  page.view.set("roster", facts_of(call, pair.graduate_facts));
  page.view.set("registry_title", texts("graduates.pair.registry"));
  page.view.set("registry", facts_of(call, pair.person_facts));
  const bool decided = !pair.decision.empty();
  page.view.set("has_levels", !decided && !pair.evidence.empty()).set("levels", levels_of(call, pair));
  page.view.set("decision", decided ? texts("graduates.pair.decided." + pair.decision) : std::string());
  page.view.set("action", pair_path(call, pair.number)).set("npi", pair.npi);
  page.view.set("choices", choices_of(call, pair));
  page.view.set("after", decided ? after_view(call, pair) : View(false));
  return Reply(std::move(page));
}

base::Result<Reply> show_next_pair(const Call& call) {
  const auto pair = app::next_pair(call.installation(), outcome_sources(call), hand_of(call));
  if (!pair) return pair.problems();
  if (*pair) return pair_page(call, **pair, {});
  Page page = message_page(call, "graduates.pair.all_done.", {},
                           {{call.texts()("graduates.title"), graduates_path(call)}});
  return Reply(std::move(page));
}

std::size_t number_in_path(const Call& call) {
  return static_cast<std::size_t>(call.request.captures.number("pair"));
}

base::Result<Reply> show_pair(const Call& call) {
  const auto pair =
      app::pair_at(call.installation(), outcome_sources(call), hand_of(call), number_in_path(call));
  if (!pair) return pair.problems();
  return pair_page(call, *pair, {});
}

base::Result<Reply> take_pair(const Call& call) {
  const std::size_t number = number_in_path(call);
  const auto decided = app::decide_pair(call.installation(), outcome_sources(call), hand_of(call), number,
                                        std::string(call.form.fields.value("npi")),
                                        std::string(call.form.fields.value("decision")));
  if (decided) return Reply(Redirect{graduates_path(call, "/review?last=" + std::to_string(number))});
  if (decided.problems().front().code != app::graduates_problem::decision_unknown.code)
    return decided.problems();
  const auto pair = app::pair_at(call.installation(), outcome_sources(call), hand_of(call), number);
  if (!pair) return pair.problems();
  return pair_page(call, *pair, decided.problems());
}

}  // namespace

std::vector<Endpoint> graduate_review_endpoints() {
  const std::string path = graduates_pattern;
  const Access tend = for_school(Right::tend_graduates);
  return {get(path + "/review", "next_pair", tend, show_next_pair),
          get(path + "/review/{pair:number}", "pair", tend, show_pair),
          post(path + "/review/{pair:number}", "decide_pair", tend, take_pair)};
}

}  // namespace smm::web
