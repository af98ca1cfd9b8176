// SPDX-License-Identifier: Apache-2.0
#include "assessment/round.hpp"

#include "assessment/problems.hpp"
#include "assessment/transitions.hpp"

namespace smm::assessment {

std::string_view to_string(RoundState state) {
  switch (state) {
    case RoundState::draft:
      return "draft";
    case RoundState::open:
      return "open";
    case RoundState::closed:
      return "closed";
  }
  return "";
}

std::optional<RoundState> round_state(std::string_view name) {
  for (const RoundState state : {RoundState::draft, RoundState::open, RoundState::closed}) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

base::Result<Round> moved(const Round& round, RoundState to) {
  for (const auto& row : round_transitions()) {
    if (row.from != round.state || row.to != to) continue;
    Round next = round;
    next.state = to;
    ++next.version;
    return next;
  }
  return base::Problem(problem::round_state_not_possible,
                       "round " + round.code + " is " + std::string(to_string(round.state)) +
                           " and cannot become " + std::string(to_string(to)));
}

std::optional<base::Problem> refusal_to_answer(const Round& round, base::Instant now) {
  switch (round.state) {
    case RoundState::draft:
      return base::Problem(problem::round_not_open, "round " + round.code + " has not been opened yet");
    case RoundState::closed:
      return base::Problem(problem::round_not_open, "round " + round.code + " is closed");
    case RoundState::open:
      break;
  }
  if (now <= round.closes) return std::nullopt;
  return base::Problem(problem::round_not_open, "round " + round.code + " ended on " + round.last_day);
}

}  // namespace smm::assessment
