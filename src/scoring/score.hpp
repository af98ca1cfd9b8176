// SPDX-License-Identifier: Apache-2.0
// One score with what is needed to read it: its state, its bounds, and the points behind it.
//
// Indicators run from 0 to 1, areas, domains and the overall score from 0 to 100. `lower` counts everything
// that is missing as zero, `upper` as full; lower <= score <= upper always. Bounds exist unless the state is
// not_applicable. `answered` are the attainable points of what was answered, `attainable` of all that
// applies; both are weighted when indicator weights are used.
#pragma once

#include <cstdint>
#include <string_view>

namespace smm::scoring {

enum class ScoreState : std::uint8_t {
  scored,
  too_few,        // too little was answered
  thin,           // too little applies: most points left by law or by not applying
  not_applicable  // nothing applies
};

struct Score {
  ScoreState state = ScoreState::not_applicable;
  double score = 0;  // only when `scored`
  double lower = 0;
  double upper = 0;
  double answered_points = 0;
  double attainable_points = 0;
};

std::string_view to_string(ScoreState state);

}  // namespace smm::scoring
