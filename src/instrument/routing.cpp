// SPDX-License-Identifier: Apache-2.0
#include "instrument/routing.hpp"

#include "base/assert.hpp"
#include "instrument/points.hpp"
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
        return route_value(item, questionnaire.years, weakest_answer(item));
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

  // As `of`, with every scored item that is in play taken as unknown.
  Value of_context(int handle) const {
    if (handle < 0) return of(handle);
    const int position = plan.at[static_cast<std::size_t>(handle)];
    if (position < 0) return Value::absent();
    const Item& item = questionnaire.items[static_cast<std::size_t>(position)].item;
    const Value value = of_item(static_cast<std::size_t>(position));
    return item.scored == Scored::yes && value.state == Value::State::known ? Value::unknown() : value;
  }
};

Route route_of(const expression::Expression& ask_if, const RouteView& view) {
  switch (expression::evaluate(ask_if, [&](int handle) { return view.of(handle); })) {
    case Truth::is_true:
      return Route::asked;
    case Truth::unknown:
      return Route::undecided;
    case Truth::absent:
      return Route::leaves;
    case Truth::is_false:
      break;
  }
  const Truth context = expression::evaluate(ask_if, [&](int handle) { return view.of_context(handle); });
  return context == Truth::is_false ? Route::leaves : Route::closed_at_zero;
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
