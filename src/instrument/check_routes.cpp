// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <map>

#include "instrument/checks.hpp"
#include "instrument/problems.hpp"
#include "instrument/questionnaire.hpp"
#include "instrument/route_combinations.hpp"
#include "instrument/route_values.hpp"
#include "instrument/routing.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

void parse_routes(Edition& edition, Problems& problems) {
  const RouteNames names(edition);
  for (Item& item : edition.items) {
    if (item.ask_if_text.empty()) continue;
    auto parsed = expression::parse(item.ask_if_text, item.ask_if_place, names);
    item.ask_if_text = on_one_line(item.ask_if_text);
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

// Positions of the items that hang on themselves; each is reported.
std::vector<bool> check_circles(const Edition& edition, Problems& problems) {
  std::vector<bool> circular(edition.items.size(), false);
  for (std::size_t i = 0; i < edition.items.size(); ++i) {
    std::vector<bool> gates(edition.items.size(), false);
    collect_gates(edition, i, gates);
    circular[i] = gates[i];
    if (circular[i]) {
      problems.emplace_back(problem::route_circular, edition.items[i].id + " is asked depending on itself",
                            edition.items[i].ask_if_place);
    }
  }
  return circular;
}

bool hangs_on(const Edition& edition, std::size_t position, const std::vector<bool>& circular) {
  std::vector<bool> gates(edition.items.size(), false);
  gates[position] = true;
  collect_gates(edition, position, gates);
  for (std::size_t i = 0; i < gates.size(); ++i) {
    if (gates[i] && circular[i]) return true;
  }
  return false;
}

// One program's questionnaire with the plan to route it.
struct RoutedProgramme {
  const Questionnaire& questionnaire;
  RoutePlan plan;
};

// A route as one program sees it, with everything it hangs on.
class CheckedRoute {
 public:
  // `at`: position of the item in the questionnaire.
  CheckedRoute(const RoutedProgramme& programme, std::size_t at)
      : programme_(programme), at_(at), answers_(programme.questionnaire.items.size()) {
    add_gates(item(at), true);
    find_candidates();
    if (combination_count(gates_) <= most_combinations) return;
    gates_.clear();
    nodes_.clear();
    add_gates(item(at), false);  // too wide to follow further: its gates count as asked
    find_candidates();
  }

  const std::vector<Gate>& gates() const { return gates_; }

  // What becomes of the item when the gates are answered so.
  Route outcome(const Picks& picks) {
    for (std::size_t g = 0; g < gates_.size(); ++g) {
      answers_[position_of(gates_[g].handle)] = gates_[g].candidates[picks[g]].answer;
    }
    if (plan_.order.empty()) plan_part();
    std::vector<Route> routes(answers_.size(), Route::asked);
    route_answers(plan_, programme_.questionnaire, answers_, routes);
    return routes[at_];
  }

 private:
  const Item& item(std::size_t position) const { return programme_.questionnaire.items[position].item; }

  std::size_t position_of(int handle) const {
    return static_cast<std::size_t>(programme_.plan.at[static_cast<std::size_t>(handle)]);
  }

  bool is_gate(int handle) const {
    return std::any_of(gates_.begin(), gates_.end(), [&](const Gate& gate) { return gate.handle == handle; });
  }

  // Direct references, and with `chain` those on which these hang in turn.
  void add_gates(const Item& asked, bool chain) {
    chained_ = chain;
    nodes_.insert(nodes_.end(), asked.ask_if->nodes.begin(), asked.ask_if->nodes.end());
    for (const int handle : expression::references(*asked.ask_if)) {
      if (handle < 0 || programme_.plan.at[static_cast<std::size_t>(handle)] < 0 || is_gate(handle)) continue;
      gates_.push_back({handle, &item(position_of(handle)), {}});
      if (chain && gates_.back().item->ask_if) add_gates(*gates_.back().item, true);
    }
  }

  void find_candidates() {
    for (Gate& gate : gates_) {
      gate.candidates = route_candidates(*gate.item, programme_.questionnaire.years, gate.handle, nodes_);
    }
  }

  // Only the item and its gates are routed.
  void plan_part() {
    std::vector<bool> wanted(answers_.size(), false);
    wanted[at_] = true;
    for (const Gate& gate : gates_) wanted[position_of(gate.handle)] = chained_;
    plan_ = programme_.plan;
    std::erase_if(plan_.order, [&](std::size_t position) { return !wanted[position]; });
  }

  const RoutedProgramme& programme_;
  std::size_t at_;
  bool chained_ = true;
  std::vector<Gate> gates_;
  std::vector<expression::Node> nodes_;  // of every route that was followed
  RoutePlan plan_;
  std::vector<Answer> answers_;
};

bool can_be_asked(CheckedRoute& route) {
  bool found = false;
  for_each_combination(route.gates(), [&](const Picks& picks) {
    found = route.outcome(picks) == Route::asked;
    return !found;
  });
  return found;
}

// Fewest points of the gate at which the route is open, and most at which it is shut, everything else alike.
struct Opening {
  double open_from = std::numeric_limits<double>::infinity();
  double shut_until = -std::numeric_limits<double>::infinity();
};

bool opens_on_fewer_points(CheckedRoute& route, std::size_t gate) {
  std::map<Picks, Opening> openings;
  for_each_combination(route.gates(), [&](const Picks& picks) {
    Picks others = picks;
    others[gate] = 0;
    Opening& opening = openings[others];
    const double points = route.gates()[gate].candidates[picks[gate]].points;
    const Route outcome = route.outcome(picks);
    if (outcome == Route::asked) opening.open_from = std::min(opening.open_from, points);
    if (outcome == Route::closed_at_zero || outcome == Route::leaves)
      opening.shut_until = std::max(opening.shut_until, points);
    return true;
  });
  return std::any_of(openings.begin(), openings.end(),
                     [](const auto& entry) { return entry.second.open_from < entry.second.shut_until; });
}

void check_route(const Edition& edition, const RoutedProgramme& programme, std::size_t at,
                 Problems& problems) {
  const Item& item = programme.questionnaire.items[at].item;
  CheckedRoute route(programme, at);
  const std::size_t combinations = combination_count(route.gates());
  if (combinations == 0) return;  // a gate without options was reported already
  if (combinations > most_combinations) {
    problems.emplace_back(problem::route_too_wide,
                          item.id + " hangs on too many answers at once; split the condition",
                          item.ask_if_place);
    return;
  }
  if (!can_be_asked(route)) {
    problems.emplace_back(problem::unreachable_item,
                          item.id + " is never asked of " + edition.programmes[programme.plan.programme].id,
                          item.ask_if_place);
  }
  if (item.scored == Scored::no) return;
  for (std::size_t g = 0; g < route.gates().size(); ++g) {
    const Item& gate = *route.gates()[g].item;
    if (gate.scored != Scored::no && opens_on_fewer_points(route, g)) {
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
  const std::vector<bool> circular = check_circles(edition, problems);
  for (std::size_t programme = 0; programme < edition.programmes.size(); ++programme) {
    const Questionnaire questionnaire = questionnaire_for(edition, programme, true);
    const RoutedProgramme routed{questionnaire, plan_routes(edition, questionnaire)};
    for (std::size_t at = 0; at < questionnaire.items.size(); ++at) {
      const QuestionnaireItem& entry = questionnaire.items[at];
      if (entry.item.ask_if && !hangs_on(edition, entry.position, circular))
        check_route(edition, routed, at, problems);
    }
  }
}

}  // namespace smm::instrument
