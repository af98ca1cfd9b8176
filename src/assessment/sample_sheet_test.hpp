// SPDX-License-Identifier: Apache-2.0
// A small edition for a school with two programs, `md` and `adn`, and answers to it. Offices: `dean`,
// `money`.
//
//   item      office  answered     type    asked if
//   gate      dean    shared       yes_no
//   reach     dean    per program  share   gate == yes
//   depth     dean    shared       share   reach >= 10 and open == yes (md only)
//   open      money   per program  yes_no  (md only)
//   stages    money   shared       any_of
//   years     money   shared       grid    (a place for each program all the same)
//   gap       money   per program  two_shares
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "assessment/routed_sheet.hpp"
#include "instrument/sample_edition_test.hpp"

namespace smm::assessment::sample {

inline instrument::Item at(instrument::Item item, std::string id, std::string office, bool shared,
                           instrument::ProgrammeSet programmes = 3) {
  item.id = std::move(id);
  item.office = std::move(office);
  item.shared = shared;
  item.programmes = programmes;
  item.period = "now";
  if (is_number(item.type)) item.own = {"those who " + item.id, "all of " + item.id};
  if (item.type == instrument::ItemType::two_shares) item.comparator = {"others who", "all others"};
  return item;
}

inline instrument::Edition edition_of(std::vector<instrument::Item> items) {
  instrument::Edition made = instrument::sample::edition(std::move(items));
  made.id = "small-1";
  made.title = "Small";
  made.hash = "hash";
  made.offices = {{"nobody", "Nobody"}, {"dean", "Dean's office"}, {"money", "Money"}};
  made.periods = {{"now", "Today"}, {"last-class", "The last class"}};
  return made;
}

inline std::vector<instrument::Item> small_items() {
  using namespace instrument::sample;
  std::vector<instrument::Item> items = {
      at(yes_no(), "gate", "dean", true),
      asked_if(at(share(), "reach", "dean", false), "gate == yes"),
      asked_if(at(share(), "depth", "dean", true, 1), "reach >= 10 and open == yes"),
      at(yes_no(), "open", "money", false, 1),
      at(any_of(), "stages", "money", true),
      at(grid(), "years", "money", true),
      at(two_shares(instrument::Compare::difference, steps({{0, 10}})), "gap", "money", false)};
  instrument::Variant variant;
  variant.programmes = 2;
  variant.wording.definitions = "As an associate program sees it.";
  items[1].variants.push_back(variant);
  return items;
}

inline instrument::Edition small_edition() {
  return edition_of(small_items());
}

inline SheetPlan plan_of(const instrument::Edition& edition,
                         const std::vector<std::string>& programmes = {"adn", "md"}) {
  auto plan = plan_sheet(edition, programmes);
  if (!plan) throw std::runtime_error(to_string(plan.problems().front()));
  return *std::move(plan);
}

// "yes" is a value; a state by its name has none. `place` is "programme:item" or "item".
inline SheetAnswer said(const std::string& place, const std::string& value, std::int64_t version = 1) {
  SheetAnswer made;
  const auto colon = place.find(':');
  made.place = {colon == std::string::npos ? "" : place.substr(0, colon),
                colon == std::string::npos ? place : place.substr(colon + 1)};
  const auto state = instrument::answer_state(value);
  made.given = {state.value_or(instrument::AnswerState::answered), state ? "" : value,
                state ? "a reason" : ""};
  made.version = version;
  return made;
}

inline std::vector<std::string> names_of(const SheetPlan& plan, std::span<const std::size_t> answers) {
  std::vector<std::string> names;
  for (const std::size_t i : answers) {
    const AnswerPlace& place = plan.answers[i].place;
    names.push_back(place.programme.empty() ? place.item : place.programme + ":" + place.item);
  }
  return names;
}

}  // namespace smm::assessment::sample
