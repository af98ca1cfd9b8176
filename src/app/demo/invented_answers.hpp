// SPDX-License-Identifier: Apache-2.0
// Invented answers of one school in one of several rounds. Pure: edition, school, seed and number of the
// round give the same answers. Routing is followed, values fit their items.
//
// Each school has a level (normal around .48, SD .17), each of its areas a deviation from it (SD .10) and a
// growth from round to round (.04, SD .05: most improve, some fall back), each question a deviation (SD .18)
// that stays and one (SD .05) that does not. What of an answer is chance stays from round to round, so that
// answers change because the level does. About one in twenty questions is not answered, for one of the
// reasons there are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/demo/demo_answers.hpp"
#include "assessment/sheet_plan.hpp"

namespace smm::app {

struct InventedAnswer {
  std::size_t place = 0;  // position in SheetPlan::answers
  assessment::GivenAnswer given;
};

struct InventedSheet {
  std::string school;  // code
  std::uint64_t seed = 0;
  int round = 0;                        // 0: the first
  const GivenByPlace* given = nullptr;  // what is said instead, where it can be read; null: nothing
};

// In the order of the plan; places that are not asked have none.
std::vector<InventedAnswer> invented_answers(const assessment::SheetPlan& plan, const InventedSheet& sheet);

}  // namespace smm::app
