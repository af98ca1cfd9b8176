// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>
#include <map>

#include "expression/evaluate.hpp"
#include "instrument/checks.hpp"
#include "instrument/problems.hpp"
#include "instrument/questionnaire.hpp"
#include "instrument/route_combinations.hpp"
#include "instrument/route_values.hpp"

namespace smm::instrument {
namespace {

using base::Problems;
using expression::Truth;
using expression::Value;

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

// A route as one program sees it, with everything it hangs on.
class CheckedRoute {
 public:
  CheckedRoute(const Edition& edition, const Questionnaire& questionnaire, const Item& item)
      : edition_(edition), questionnaire_(questionnaire), item_(item) {
    add_gates(item, true);
    find_candidates();
    if (combination_count(gates_) <= most_combinations) return;
    gates_.clear();
    nodes_.clear();
    chained_ = false;
    add_gates(item, false);
    find_candidates();
  }

  const std::vector<Gate>& gates() const { return gates_; }

  Truth truth(const Picks& picks) const {
    return expression::evaluate(*item_.ask_if, [&](int handle) { return value(handle, picks); });
  }

 private:
  // Direct references, and with `chain` those on which these hang in turn.
  void add_gates(const Item& item, bool chain) {
    nodes_.insert(nodes_.end(), item.ask_if->nodes.begin(), item.ask_if->nodes.end());
    for (const int handle : expression::references(*item.ask_if)) {
      const QuestionnaireItem* entry = find(handle);
      if (entry == nullptr || position_of(handle) < gates_.size()) continue;
      gates_.push_back({handle, &entry->item, {}});
      if (chain && entry->item.ask_if) add_gates(entry->item, true);
    }
  }

  void find_candidates() {
    for (Gate& gate : gates_)
      gate.candidates = route_candidates(*gate.item, questionnaire_.years, gate.handle, nodes_);
  }

  const QuestionnaireItem* find(int handle) const {
    for (const QuestionnaireItem& entry : questionnaire_.items) {
      if (handle >= 0 && entry.position == static_cast<std::size_t>(handle)) return &entry;
    }
    return nullptr;
  }

  std::size_t position_of(int handle) const {
    const auto is = [&](const Gate& gate) { return gate.handle == handle; };
    return static_cast<std::size_t>(std::find_if(gates_.begin(), gates_.end(), is) - gates_.begin());
  }

  Value value(int handle, const Picks& picks) const {
    if (handle == route_programme) return Value::of_choice(static_cast<unsigned>(questionnaire_.programme));
    if (handle == route_profession) {
      return Value::of_choice(
          static_cast<unsigned>(edition_.programmes[questionnaire_.programme].profession));
    }
    const std::size_t g = position_of(handle);
    if (g == gates_.size()) return Value::absent();
    return is_open(*gates_[g].item, picks) ? gates_[g].candidates[picks[g]].value
                                           : closed_value(*gates_[g].item);
  }

  bool is_open(const Item& gate, const Picks& picks) const {
    if (!gate.ask_if || !chained_) return true;
    return expression::evaluate(*gate.ask_if, [&](int handle) { return value(handle, picks); }) ==
           Truth::is_true;
  }

  Value closed_value(const Item& gate) const {
    if (gate.scored != Scored::yes) return Value::absent();
    return route_value(gate, questionnaire_.years, weakest_answer(gate));
  }

  const Edition& edition_;
  const Questionnaire& questionnaire_;
  const Item& item_;
  std::vector<Gate> gates_;
  bool chained_ = true;  // false: too wide to follow what the gates hang on; they count as asked
  std::vector<expression::Node> nodes_;  // of every route that was followed
};

bool can_be_true(const CheckedRoute& route) {
  bool found = false;
  for_each_combination(route.gates(), [&](const Picks& picks) {
    found = route.truth(picks) == Truth::is_true;
    return !found;
  });
  return found;
}

// Fewest points of the gate at which the route is open, and most at which it is shut, everything else alike.
struct Opening {
  double open_from = std::numeric_limits<double>::infinity();
  double shut_until = -std::numeric_limits<double>::infinity();
};

bool opens_on_fewer_points(const CheckedRoute& route, std::size_t gate) {
  std::map<Picks, Opening> openings;
  for_each_combination(route.gates(), [&](const Picks& picks) {
    Picks others = picks;
    others[gate] = 0;
    Opening& opening = openings[others];
    const double points = route.gates()[gate].candidates[picks[gate]].points;
    const Truth truth = route.truth(picks);
    if (truth == Truth::is_true) opening.open_from = std::min(opening.open_from, points);
    if (truth == Truth::is_false || truth == Truth::absent)
      opening.shut_until = std::max(opening.shut_until, points);
    return true;
  });
  return std::any_of(openings.begin(), openings.end(),
                     [](const auto& entry) { return entry.second.open_from < entry.second.shut_until; });
}

void check_route(const Edition& edition, const Questionnaire& questionnaire, const Item& item,
                 Problems& problems) {
  const CheckedRoute route(edition, questionnaire, item);
  const std::size_t combinations = combination_count(route.gates());
  if (combinations == 0) return;  // a gate without options was reported already
  if (combinations > most_combinations) {
    problems.emplace_back(problem::route_too_wide,
                          item.id + " hangs on too many answers at once; split the condition",
                          item.ask_if_place);
    return;
  }
  if (!can_be_true(route)) {
    problems.emplace_back(problem::unreachable_item,
                          item.id + " is never asked of " + edition.programmes[questionnaire.programme].id,
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
    for (const QuestionnaireItem& entry : questionnaire.items) {
      if (entry.item.ask_if && !hangs_on(edition, entry.position, circular))
        check_route(edition, questionnaire, entry.item, problems);
    }
  }
}

}  // namespace smm::instrument
