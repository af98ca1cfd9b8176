// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <limits>
#include <map>

#include "expression/evaluate.hpp"
#include "instrument/checks.hpp"
#include "instrument/problems.hpp"
#include "instrument/questionnaire.hpp"
#include "instrument/route_candidates.hpp"
#include "instrument/route_values.hpp"

namespace smm::instrument {
namespace {

using base::Problems;
using expression::Truth;
using expression::Value;

// Combinations of candidate answers tried for one route: milliseconds, and far beyond a readable route.
constexpr std::size_t most_combinations = 100000;

void parse_routes(Edition& edition, Problems& problems) {
  const RouteNames names(edition);
  for (Item& item : edition.items) {
    if (item.ask_if_text.empty()) continue;
    auto parsed = expression::parse(item.ask_if_text, item.ask_if_place, names);
    if (parsed) {
      item.ask_if = std::move(*parsed);
    } else {
      problems.insert(problems.end(), parsed.problems().begin(), parsed.problems().end());
    }
  }
}

// The items on which `item` hangs, however far back. Holds `item` itself when the routing goes in a circle.
void collect_gates(const Edition& edition, std::size_t position, std::vector<bool>& gates) {
  if (!edition.items[position].ask_if) return;
  for (const int handle : expression::references(*edition.items[position].ask_if)) {
    const auto gate = static_cast<std::size_t>(handle);
    if (handle < 0 || gates[gate]) continue;
    gates[gate] = true;
    collect_gates(edition, gate, gates);
  }
}

bool check_circles(Edition& edition, Problems& problems) {
  std::vector<std::size_t> circular;
  for (std::size_t i = 0; i < edition.items.size(); ++i) {
    std::vector<bool> gates(edition.items.size(), false);
    collect_gates(edition, i, gates);
    if (gates[i]) circular.push_back(i);
  }
  for (const std::size_t i : circular) {
    problems.emplace_back(problem::route_circular, edition.items[i].id + " is asked depending on itself",
                          edition.items[i].ask_if_place);
  }
  return circular.empty();
}

// One item a route hangs on, as one programme sees it.
struct Gate {
  int handle = 0;
  const Item* item = nullptr;
  std::vector<Candidate> candidates;
};

// All combinations of the gates' candidates, and whether the route is true for them.
class Combinations {
 public:
  Combinations(const Edition& edition, const Questionnaire& questionnaire,
               const expression::Expression& route)
      : edition_(edition), questionnaire_(questionnaire), route_(route) {
    for (const int handle : expression::references(route)) add(handle);
  }

  std::size_t size() const {
    std::size_t product = 1;
    for (const Gate& gate : gates_)
      product = std::min(product * gate.candidates.size(), most_combinations + 1);
    return product;
  }

  const std::vector<Gate>& gates() const { return gates_; }

  // Calls `visit(picks, truth)` for every combination; picks[g] is the candidate of gate g.
  void visit(const std::function<void(const std::vector<std::size_t>&, Truth)>& visit_one) const {
    std::vector<std::size_t> picks(gates_.size(), 0);
    for (std::size_t left = size(); left > 0; --left) {
      visit_one(picks, expression::evaluate(route_, [&](int handle) { return value(handle, picks); }));
      for (std::size_t g = 0; g < picks.size() && ++picks[g] == gates_[g].candidates.size(); ++g)
        picks[g] = 0;
    }
  }

 private:
  void add(int handle) {
    for (const QuestionnaireItem& entry : questionnaire_.items) {
      if (handle < 0 || entry.position != static_cast<std::size_t>(handle)) continue;
      gates_.push_back(
          {handle, &entry.item, route_candidates(entry.item, questionnaire_.years, handle, route_)});
    }
  }

  Value value(int handle, const std::vector<std::size_t>& picks) const {
    if (handle == route_programme) return Value::of_choice(static_cast<unsigned>(questionnaire_.programme));
    if (handle == route_profession) {
      return Value::of_choice(
          static_cast<unsigned>(edition_.programmes[questionnaire_.programme].profession));
    }
    for (std::size_t g = 0; g < gates_.size(); ++g) {
      if (gates_[g].handle != handle) continue;
      return route_value(*gates_[g].item, questionnaire_.years, gates_[g].candidates[picks[g]].answer);
    }
    return Value::absent();
  }

  const Edition& edition_;
  const Questionnaire& questionnaire_;
  const expression::Expression& route_;
  std::vector<Gate> gates_;
};

bool can_be_true(const Combinations& combinations) {
  bool found = false;
  combinations.visit([&](const auto&, Truth truth) { found = found || truth == Truth::is_true; });
  return found;
}

// Fewest points of the gate at which the route is open, and most at which it is shut, everything else alike.
struct Opening {
  double open_from = std::numeric_limits<double>::infinity();
  double shut_until = -std::numeric_limits<double>::infinity();
};

bool opens_on_fewer_points(const Combinations& combinations, std::size_t gate) {
  std::map<std::vector<std::size_t>, Opening> openings;
  combinations.visit([&](const std::vector<std::size_t>& picks, Truth truth) {
    std::vector<std::size_t> others = picks;
    others[gate] = 0;
    Opening& opening = openings[others];
    const double points = combinations.gates()[gate].candidates[picks[gate]].points;
    if (truth == Truth::is_true) opening.open_from = std::min(opening.open_from, points);
    if (truth == Truth::is_false) opening.shut_until = std::max(opening.shut_until, points);
  });
  return std::any_of(openings.begin(), openings.end(),
                     [](const auto& entry) { return entry.second.open_from < entry.second.shut_until; });
}

void check_route(const Edition& edition, const Questionnaire& questionnaire, const Item& item,
                 Problems& problems) {
  const Combinations combinations(edition, questionnaire, *item.ask_if);
  const std::string& programme = edition.programmes[questionnaire.programme].id;
  if (combinations.size() > most_combinations) {
    problems.emplace_back(problem::route_too_wide,
                          item.id + " hangs on too many answers at once; split the condition",
                          item.ask_if_place);
    return;
  }
  if (!can_be_true(combinations)) {
    problems.emplace_back(problem::unreachable_item, item.id + " is never asked of " + programme,
                          item.ask_if_place);
  }
  if (item.scored == Scored::no) return;
  for (std::size_t g = 0; g < combinations.gates().size(); ++g) {
    const Item& gate = *combinations.gates()[g].item;
    if (gate.scored != Scored::no && opens_on_fewer_points(combinations, g)) {
      problems.emplace_back(
          problem::route_not_monotone,
          item.id + " opens on an answer to " + gate.id + " that earns fewer points than one that shuts it",
          item.ask_if_place);
    }
  }
}

}  // namespace

void check_routes(Edition& edition, Problems& problems) {
  parse_routes(edition, problems);
  if (!check_circles(edition, problems)) return;
  for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
    const Questionnaire questionnaire = questionnaire_for(edition, programme, true);
    for (const QuestionnaireItem& entry : questionnaire.items) {
      if (entry.item.ask_if) check_route(edition, questionnaire, entry.item, problems);
    }
  }
}

}  // namespace smm::instrument
