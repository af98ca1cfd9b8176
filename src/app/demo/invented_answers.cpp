// SPDX-License-Identifier: Apache-2.0
#include "app/demo/invented_answers.hpp"

#include <algorithm>
#include <optional>

#include "app/demo/demo_chance.hpp"
#include "app/sample_value.hpp"

namespace smm::app {
namespace {

using assessment::GivenAnswer;
using assessment::PlannedProgramme;
using assessment::SheetPlan;
using instrument::AnswerState;
using instrument::Item;
using instrument::Route;

constexpr double share_missing = 0.05;

GivenAnswer invented_gap(const Item& item, base::Random& random) {
  const bool scored = item.scored != instrument::Scored::no;
  switch (random.below(4)) {
    case 0:
      if (scored) return {AnswerState::not_collected, "", ""};
      [[fallthrough]];
    case 1:
      if (!item.legal.empty())
        return {AnswerState::not_permitted, "", "Invented for the demo: Board Rule 1-2."};
      [[fallthrough]];
    case 2:
      return {AnswerState::not_known, "", ""};
    default:
      return {AnswerState::declined, "", ""};
  }
}

// One school's sheet, question by question in the order of routes, so that nothing is answered that is not
// asked.
class SheetInvention {
 public:
  SheetInvention(const SheetPlan& plan, const InventedSheet& sheet)
      : plan_(plan), sheet_(sheet), said_(plan.answers.size()) {
    base::Random random = chance_of(sheet.seed, {sheet.school});
    const double level = 0.48 + 0.17 * random.roughly_normal();
    const auto areas = plan.edition->sections.size();
    for (std::size_t area = 0; area < areas; ++area) {
      const double start = level + 0.10 * random.roughly_normal();
      const double growth = 0.04 + 0.05 * random.roughly_normal();
      levels_.push_back(start + growth * sheet.round);
    }
  }

  std::vector<InventedAnswer> invent() {
    for (const PlannedProgramme& programme : plan_.programmes) invent(programme);
    std::vector<InventedAnswer> answers;
    for (std::size_t place = 0; place < said_.size(); ++place)
      if (said_[place]) answers.push_back({place, *said_[place]});
    return answers;
  }

 private:
  void invent(const PlannedProgramme& programme) {
    const auto& form = programme.questionnaire;
    std::vector<instrument::Answer> answers(form.items.size());
    std::vector<Route> routes(answers.size(), Route::asked);
    for (const std::size_t at : programme.routes.order) {
      const Item& item = form.items[at].item;
      if (item.ask_if) route_answers(programme.routes, form, answers, routes);
      if (routes[at] != Route::asked) continue;
      auto& said = said_[programme.places[at]];
      if (!said) said = say(programme.places[at]);
      std::optional<base::Problem> unread;
      parse_answer(item, form.years, {instrument::to_string(said->state), said->value, said->reason},
                   answers[at], unread);
    }
  }

  GivenAnswer say(std::size_t place) const {
    const auto& [programme, id] = plan_.answers[place].place;
    if (sheet_.given != nullptr)
      if (const auto given = sheet_.given->find(plan_.answers[place].place); given != sheet_.given->end())
        return given->second;
    const Item& item = item_at(plan_, place);
    base::Random staying = chance_of(sheet_.seed, {sheet_.school, programme, id});
    base::Random passing =
        chance_of(sheet_.seed, {sheet_.school, programme, id, std::to_string(sheet_.round)});
    const double own =
        levels_[item.section] + 0.18 * staying.roughly_normal() + 0.05 * passing.roughly_normal();
    if (staying.chance(share_missing)) return invented_gap(item, staying);
    return {AnswerState::answered,
            sample_value(item, years_at(plan_, place), std::clamp(own, 0.0, 1.0), staying), ""};
  }

  const SheetPlan& plan_;
  const InventedSheet& sheet_;
  std::vector<double> levels_;                    // by section, in this round
  std::vector<std::optional<GivenAnswer>> said_;  // by place
};

}  // namespace

std::vector<InventedAnswer> invented_answers(const SheetPlan& plan, const InventedSheet& sheet) {
  return SheetInvention(plan, sheet).invent();
}

}  // namespace smm::app
