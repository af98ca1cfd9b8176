// SPDX-License-Identifier: Apache-2.0
// Judged weights as the table `level,id,weight` that weight_set_from reads: 10 decimals, sum 1 within each
// parent; indicators by area, then areas by domain, in the edition's order. A parent that nobody judged is
// left out and so keeps equal weights.
#pragma once

#include <string_view>

#include "base/table.hpp"
#include "scoring/judgement_weights.hpp"

namespace smm::scoring {

base::Table weight_table(const JudgedWeights& judged);

// What one group alone would weigh. Where the group judged nothing, everybody's weights stand, so that
// comparing scores shows only what the group said.
base::Table group_weight_table(const JudgedWeights& judged, std::string_view group);

}  // namespace smm::scoring
