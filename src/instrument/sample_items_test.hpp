// SPDX-License-Identifier: Apache-2.0
// Small items for the tests of this room, one per type, as the loader would make them.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "instrument/answer.hpp"
#include "instrument/item.hpp"

namespace smm::instrument::sample {

inline Item item(std::string id, ItemType type) {
  Item made;
  made.id = std::move(id);
  made.type = type;
  made.kind = ItemKind::process;
  made.scored = Scored::yes;
  made.programmes = 1;
  return made;
}

inline Option option(std::string id, double points = 0) {
  Option made;
  made.id = std::move(id);
  made.label = "Label of " + made.id;
  made.points = points;
  return made;
}

inline std::vector<Step> steps(std::initializer_list<std::pair<double, double>> thresholds_and_points) {
  std::vector<Step> made;
  for (const auto& [threshold, points] : thresholds_and_points)
    made.push_back({threshold, points, "reason", {}});
  return made;
}

inline Item yes_no(std::string id = "gate") {
  Item made = item(std::move(id), ItemType::yes_no);
  made.options = {option("yes", 10), option("no")};
  return made;
}

// none 0, some 4, all 10, and not-needed, which leaves.
inline Item one_of(std::string id = "depth") {
  Item made = item(std::move(id), ItemType::one_of);
  made.options = {option("nothing"), option("some", 4), option("all", 10), option("not-needed")};
  made.options.back().leaves = true;
  return made;
}

// a b c d count; nothing-else stands alone; no-schools leaves. Steps at 1, 3 and 4.
inline Item any_of(std::string id = "stages") {
  Item made = item(std::move(id), ItemType::any_of);
  made.options = {option("a"),         option("b"), option("c"), option("d"), option("nothing-else"),
                  option("no-schools")};
  made.options[4].exclusive = true;
  made.options[5].leaves = true;
  made.steps = steps({{1, 3}, {3, 6}, {4, 10}});
  return made;
}

inline Item phase(std::string id = "phase") {
  Item made = item(std::move(id), ItemType::phase);
  made.options = {option("1"), option("2", 3), option("3", 6), option("4", 10)};
  return made;
}

inline Item grid(std::string id = "grid") {
  Item made = item(std::move(id), ItemType::year_grid);
  made.options = {option("north"), option("south")};
  made.steps = steps({{25, 3}, {50, 6}, {100, 10}});
  return made;
}

inline Item number(ItemType type, std::vector<Step> at, Direction direction = Direction::higher) {
  Item made = item("number", type);
  made.steps = std::move(at);
  made.direction = direction;
  return made;
}

inline Item share() {
  return number(ItemType::share, steps({{5, 3}, {15, 6}, {30, 10}}));
}
inline Item money() {
  return number(ItemType::money, steps({{30000, 4}, {15000, 10}}), Direction::lower);
}
inline Item two_shares(Compare compare, std::vector<Step> at) {
  Item made = number(ItemType::two_shares, std::move(at));
  made.compare = compare;
  return made;
}

// What the text reads as; nothing when it is refused.
inline std::optional<Answer> read(const Item& item, std::string_view value, std::string_view reason = "",
                                  int years = 2) {
  Answer answer;
  std::optional<base::Problem> problem;
  if (!parse_answer(item, years, {"answered", value, reason}, answer, problem)) return std::nullopt;
  return answer;
}

// The code of the problem that the text has; empty when it is read.
inline std::string refusal(const Item& item, std::string_view value, std::string_view reason = "",
                           std::string_view state = "answered") {
  Answer answer;
  std::optional<base::Problem> problem;
  if (parse_answer(item, 2, {state, value, reason}, answer, problem)) return "";
  return problem ? std::string(problem->code) : "no problem named";
}

}  // namespace smm::instrument::sample
