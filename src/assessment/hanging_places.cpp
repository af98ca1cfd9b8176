// SPDX-License-Identifier: Apache-2.0
#include "assessment/hanging_places.hpp"

#include <set>

#include "expression/expression.hpp"

namespace smm::assessment {
namespace {

using Places = std::set<std::size_t>;

// By place: the places that its route names, in any of its programmes.
std::vector<Places> named_places(const SheetPlan& plan) {
  std::vector<Places> named(plan.answers.size());
  for (const PlannedProgramme& programme : plan.programmes) {
    for (std::size_t i = 0; i < programme.places.size(); ++i) {
      const auto& ask_if = programme.questionnaire.items[i].item.ask_if;
      if (!ask_if) continue;
      for (const int handle : expression::references(*ask_if)) {
        const int at = handle < 0 ? -1 : programme.routes.at[static_cast<std::size_t>(handle)];
        if (at >= 0) named[programme.places[i]].insert(programme.places[static_cast<std::size_t>(at)]);
      }
    }
  }
  return named;
}

// What is reached from `start` by following `edges`; `start` itself is not part of it.
Places reached(const std::vector<Places>& edges, std::size_t start) {
  Places found;
  std::vector<std::size_t> open{start};
  while (!open.empty()) {
    const std::size_t place = open.back();
    open.pop_back();
    for (const std::size_t next : edges[place]) {
      if (found.insert(next).second) open.push_back(next);
    }
  }
  return found;
}

std::vector<Places> turned_around(const std::vector<Places>& edges) {
  std::vector<Places> turned(edges.size());
  for (std::size_t from = 0; from < edges.size(); ++from) {
    for (const std::size_t to : edges[from]) turned[to].insert(from);
  }
  return turned;
}

}  // namespace

void fill_hanging_places(SheetPlan& plan) {
  const std::vector<Places> named = named_places(plan);
  const std::vector<Places> naming = turned_around(named);
  for (std::size_t i = 0; i < plan.answers.size(); ++i) {
    const Places below = reached(naming, i);
    Places above;
    for (const std::size_t place : below) above.merge(reached(named, place));
    plan.answers[i].hang_on_it.assign(below.begin(), below.end());
    plan.answers[i].they_hang_on.assign(above.begin(), above.end());
  }
}

}  // namespace smm::assessment
