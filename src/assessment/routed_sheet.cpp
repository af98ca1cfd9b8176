// SPDX-License-Identifier: Apache-2.0
#include "assessment/routed_sheet.hpp"

#include <algorithm>

namespace smm::assessment {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Route;

// Which of two routes of one place says more: asked, undecided, closed at zero, leaves.
int rank_of(Route route) {
  switch (route) {
    case Route::asked:
      return 3;
    case Route::undecided:
      return 2;
    case Route::closed_at_zero:
      return 1;
    case Route::leaves:
      return 0;
  }
  return 0;
}

RoutedProgramme routed(const PlannedProgramme& programme, std::span<const Answer> answers) {
  RoutedProgramme made;
  for (const std::size_t place : programme.places) made.answers.push_back(answers[place]);
  made.routes.resize(made.answers.size());
  route_answers(programme.routes, programme.questionnaire, made.answers, made.routes);
  return made;
}

void read_answers(const SheetPlan& plan, std::span<const SheetAnswer> answers, RoutedSheet& sheet) {
  for (const SheetAnswer& answer : answers) {
    const auto position = plan.find(answer.place);
    if (!position) continue;
    auto read = read_answer(plan, *position, answer.given);
    sheet.answers[*position] = read ? *read : Answer{};
    if (!read) sheet.unread.push_back({*position, read.problems().front()});
  }
  std::ranges::stable_sort(sheet.unread, {}, &UnreadAnswer::answer);
}

}  // namespace

base::Result<Answer> read_answer(const SheetPlan& plan, std::size_t answer, const GivenAnswer& given) {
  Answer read;
  std::optional<base::Problem> problem;
  const instrument::AnswerText text{to_string(given.state), given.value, given.reason};
  if (parse_answer(item_at(plan, answer), years_at(plan, answer), text, read, problem)) return read;
  return *std::move(problem);
}

RoutedSheet route_sheet(const SheetPlan& plan, std::span<const SheetAnswer> answers) {
  RoutedSheet sheet;
  sheet.answers.resize(plan.answers.size());
  sheet.routes.assign(plan.answers.size(), Route::leaves);
  read_answers(plan, answers, sheet);
  for (const PlannedProgramme& programme : plan.programmes) {
    sheet.programmes.push_back(routed(programme, sheet.answers));
    const RoutedProgramme& made = sheet.programmes.back();
    for (std::size_t i = 0; i < made.routes.size(); ++i) {
      Route& whole = sheet.routes[programme.places[i]];
      if (rank_of(made.routes[i]) > rank_of(whole)) whole = made.routes[i];
    }
  }
  return sheet;
}

Openness openness(const RoutedSheet& sheet, std::size_t answer) {
  if (sheet.answers[answer].state != AnswerState::not_answered) return Openness::settled;
  if (sheet.routes[answer] == Route::asked) return Openness::open;
  return sheet.routes[answer] == Route::undecided ? Openness::waiting : Openness::settled;
}

std::vector<std::size_t> open_places(const SheetPlan& plan, const RoutedSheet& sheet) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < plan.answers.size(); ++i) {
    if (openness(sheet, i) != Openness::settled) places.push_back(i);
  }
  return places;
}

std::vector<std::size_t> open_places(const PacketPlan& packet, const RoutedSheet& sheet) {
  std::vector<std::size_t> places = places_of(packet);
  std::erase_if(places, [&](std::size_t i) { return openness(sheet, i) == Openness::settled; });
  return places;
}

PacketProgress progress_of(const PacketPlan& packet, const RoutedSheet& sheet) {
  PacketProgress progress;
  for (const std::size_t i : places_of(packet)) {
    const bool asked = sheet.routes[i] == Route::asked || sheet.routes[i] == Route::undecided;
    if (!asked) continue;
    ++progress.asked;
    if (sheet.answers[i].state != AnswerState::not_answered) ++progress.said;
    if (openness(sheet, i) == Openness::waiting) ++progress.waiting;
  }
  return progress;
}

std::vector<Route> affected_routes(const SheetPlan& plan, std::size_t changed,
                                   std::span<const SheetAnswer> answers) {
  const RoutedSheet sheet = route_sheet(plan, answers);
  std::vector<Route> routes;
  for (const std::size_t place : plan.answers[changed].hang_on_it) routes.push_back(sheet.routes[place]);
  return routes;
}

}  // namespace smm::assessment
