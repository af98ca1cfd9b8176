// SPDX-License-Identifier: Apache-2.0
// Which places' routes hang on which answers, worked out once for a plan: downward (whose route may change
// with an answer, however many routes lie between) and upward (which answers these routes depend on).
#pragma once

#include "assessment/sheet_plan.hpp"

namespace smm::assessment {

// Fills hang_on_it and they_hang_on of every planned answer.
void fill_hanging_places(SheetPlan& plan);

}  // namespace smm::assessment
