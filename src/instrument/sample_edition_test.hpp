// SPDX-License-Identifier: Apache-2.0
// An edition of a handful of items in one area, made without files, for tests of routing.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "instrument/edition.hpp"
#include "instrument/questionnaire.hpp"
#include "instrument/route_values.hpp"
#include "instrument/routing.hpp"
#include "instrument/sample_items_test.hpp"

namespace smm::instrument::sample {

inline Item asked_if(Item item, std::string route) {
  item.ask_if_text = std::move(route);
  return item;
}

inline Item unscored(Item item) {
  item.scored = Scored::no;
  item.kind = ItemKind::context;
  for (Option& option : item.options) option.points = 0;
  item.steps.clear();
  return item;
}

inline Item only_for(Item item, ProgrammeSet programmes) {
  item.programmes = programmes;
  return item;
}

// Programmes md (bit 0) and adn (bit 1), two years each.
inline Edition edition(std::vector<Item> items) {
  Edition made;
  made.professions = {{"medicine", "Medicine"}, {"nursing", "Nursing"}};
  made.programmes = {{"md", "MD", "MD", 0, 2, 90, false, {}}, {"adn", "ADN", "ADN", 1, 2, 60, true, {}}};
  made.sections.push_back({"area", SectionKind::area, "Area", "", "", 0, {}, {}});
  for (Item& item : items) {
    made.sections[0].items.push_back(made.items.size());
    made.items.push_back(std::move(item));
  }
  const RouteNames names(made);
  for (Item& item : made.items) {
    if (item.ask_if_text.empty()) continue;
    auto parsed = expression::parse(item.ask_if_text, {"test", 1, 1}, names);
    if (!parsed) throw std::runtime_error(to_string(parsed.problems().front()));
    item.ask_if = *std::move(parsed);
  }
  return made;
}

// A sheet for one programme: answers by item id, in the notation of answer files; a state may stand for one.
struct Sheet {
  Questionnaire questionnaire;
  std::vector<Answer> answers;
  std::vector<Route> routes;

  Route route(std::string_view id) const {
    for (std::size_t i = 0; i < questionnaire.items.size(); ++i) {
      if (questionnaire.items[i].item.id == id) return routes[i];
    }
    throw std::runtime_error("no item " + std::string(id));
  }
};

inline Sheet sheet(const Edition& edition, const std::map<std::string, std::string>& given,
                   std::size_t programme = 0) {
  Sheet made{questionnaire_for(edition, programme, true), {}, {}};
  for (const QuestionnaireItem& entry : made.questionnaire.items) {
    const auto found = given.find(entry.item.id);
    Answer answer;
    if (found != given.end()) {
      const auto state = answer_state(found->second);
      const auto value = state ? std::nullopt : read(entry.item, found->second, "a citation");
      if (!state && !value) throw std::runtime_error("not read: " + found->second);
      if (state) answer.state = *state;
      if (value) answer = *value;
    }
    made.answers.push_back(answer);
  }
  made.routes.resize(made.answers.size());
  route_answers(plan_routes(edition, made.questionnaire), made.questionnaire, made.answers, made.routes);
  return made;
}

}  // namespace smm::instrument::sample
