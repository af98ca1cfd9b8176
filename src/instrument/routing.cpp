// SPDX-License-Identifier: Apache-2.0
#include "instrument/routing.hpp"

#include <optional>

#include "base/assert.hpp"
#include "instrument/points.hpp"
#include "instrument/route_opening.hpp"
#include "instrument/route_values.hpp"

namespace smm::instrument {
namespace {

using expression::Truth;
using expression::Value;

// What routes see while they are worked out one after another.
struct RouteView {
  const RoutePlan& plan;
  const Questionnaire& questionnaire;
  std::span<const Answer> answers;
  std::span<const Route> routes;

  Value of_item(std::size_t position) const {
    const Item& item = questionnaire.items[position].item;
    switch (routes[position]) {
      case Route::asked:
        return route_value(item, questionnaire.years, answers[position]);
      case Route::closed_at_zero:
        return item.scored == Scored::yes ? route_value(item, questionnaire.years, weakest_answer(item))
                                          : Value::absent();
      case Route::leaves:
        return Value::absent();
      case Route::undecided:
        return Value::unknown();
    }
    return Value::unknown();
  }

  Value of(int handle) const {
    if (handle == route_programme) return Value::of_choice(static_cast<unsigned>(plan.programme));
    if (handle == route_profession) return Value::of_choice(static_cast<unsigned>(plan.profession));
    const int position = plan.at[static_cast<std::size_t>(handle)];
    return position < 0 ? Value::absent() : of_item(static_cast<std::size_t>(position));
  }

  // What the name could be if scored items were answered better; its value alone where none plays a part.
  std::vector<Value> possible(int handle) const {
    const int at = handle < 0 ? -1 : plan.at[static_cast<std::size_t>(handle)];
    if (at < 0) return {of(handle)};
    const auto position = static_cast<std::size_t>(at);
    const Item& item = questionnaire.items[position].item;
    const bool closed = routes[position] == Route::closed_at_zero;
    if (item.scored != Scored::yes) return {closed ? Value::unknown() : of(handle)};
    const std::optional<double> points = closed ? std::optional(0.0) : points_in_play(item, position);
    std::vector<Value> values;
    if (points) values = route_values_above(item, closed ? 0 : answers[position].choice.barred, *points);
    values.push_back(of(handle));
    return values;
  }

  // Points of an item that is asked and in the denominator with an answer.
  std::optional<double> points_in_play(const Item& item, std::size_t position) const {
    const Answer& answer = answers[position];
    if (routes[position] != Route::asked) return std::nullopt;
    if (answer.state == AnswerState::not_collected && !is_number(item.type)) return 0;
    if (answer.state != AnswerState::answered) return std::nullopt;
    const ItemPoints points = points_for(item, questionnaire.years, answer);
    return points.attainable > 0 ? std::optional(points.earned) : std::nullopt;
  }
};

// Beyond this many combinations a route counts as one that could be opened.
constexpr std::size_t most_tries = 1000;

// Would better, permitted answers to scored items open the route, everything else as it is?
bool could_open(const expression::Expression& ask_if, const RouteView& view) {
  const std::vector<int> handles = expression::references(ask_if);
  std::vector<std::vector<Value>> values;
  std::size_t tries = 1;
  for (const int handle : handles) {
    values.push_back(view.possible(handle));
    tries *= values.back().size();
    if (tries > most_tries) return true;
  }
  for (std::size_t number = 0; number < tries; ++number) {
    const bool opens = expression::can_be_true(ask_if, [&](int handle) {
      std::size_t rest = number;
      for (std::size_t i = 0; i < handles.size(); rest /= values[i++].size()) {
        if (handles[i] == handle) return values[i][rest % values[i].size()];
      }
      return Value::absent();
    });
    if (opens) return true;
  }
  return false;
}

Route route_of(const expression::Expression& ask_if, const RouteView& view) {
  const auto value = [&](int handle) { return view.of(handle); };
  if (expression::evaluate(ask_if, value) == Truth::is_true) return Route::asked;
  if (expression::can_be_true(ask_if, value)) return Route::undecided;
  return could_open(ask_if, view) ? Route::closed_at_zero : Route::leaves;
}

void place_after_references(std::size_t position, const Questionnaire& questionnaire, RoutePlan& plan,
                            std::vector<bool>& placed) {
  if (placed[position]) return;
  placed[position] = true;
  const Item& item = questionnaire.items[position].item;
  if (item.ask_if) {
    for (const int handle : expression::references(*item.ask_if)) {
      const int at = handle < 0 ? -1 : plan.at[static_cast<std::size_t>(handle)];
      if (at >= 0) place_after_references(static_cast<std::size_t>(at), questionnaire, plan, placed);
    }
  }
  plan.order.push_back(position);
}

}  // namespace

RoutePlan plan_routes(const Edition& edition, const Questionnaire& questionnaire) {
  RoutePlan plan;
  plan.programme = questionnaire.programme;
  plan.profession = edition.programmes[questionnaire.programme].profession;
  plan.at.assign(edition.items.size(), -1);
  for (std::size_t i = 0; i < questionnaire.items.size(); ++i)
    plan.at[questionnaire.items[i].position] = static_cast<int>(i);
  std::vector<bool> placed(questionnaire.items.size(), false);
  for (std::size_t i = 0; i < questionnaire.items.size(); ++i)
    place_after_references(i, questionnaire, plan, placed);
  return plan;
}

void route_answers(const RoutePlan& plan, const Questionnaire& questionnaire, std::span<const Answer> answers,
                   std::span<Route> routes) {
  SMM_ASSERT(answers.size() == questionnaire.items.size() && routes.size() == answers.size());
  const RouteView view{plan, questionnaire, answers, routes};
  for (const std::size_t position : plan.order) {
    const Item& item = questionnaire.items[position].item;
    routes[position] = item.ask_if ? route_of(*item.ask_if, view) : Route::asked;
  }
}

}  // namespace smm::instrument
