// SPDX-License-Identifier: Apache-2.0
#include "assessment/round.hpp"

#include <algorithm>

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
    case RoundState::checking:
      return "checking";
    case RoundState::frozen:
      return "frozen";
  }
  return "";
}

std::optional<RoundState> round_state(std::string_view name) {
  for (const RoundState state : round_states) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

bool asks_profession(const Round& round, std::string_view profession) {
  return round.professions.empty() ||
         std::ranges::find(round.professions, profession) != round.professions.end();
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

namespace {

std::optional<base::Problem> not_open(const Round& round, const std::string& why) {
  return base::Problem(problem::round_not_open, "round " + round.code + " " + why);
}

std::optional<base::Problem> refusal_to_correct(const Round& round, ParticipationState part,
                                                base::Instant now) {
  if (part != ParticipationState::reopened)
    return not_open(round, "is being checked, and takes corrections of sheets that were given back only");
  if (round.checks_end && now <= *round.checks_end) return std::nullopt;
  return not_open(round, "takes no more corrections: its checks are over");
}

}  // namespace

std::optional<base::Problem> refusal_to_answer(const Round& round, ParticipationState part,
                                               base::Instant now) {
  switch (round.state) {
    case RoundState::draft:
      return not_open(round, "has not been opened yet");
    case RoundState::closed:
      return not_open(round, "is closed");
    case RoundState::checking:
      return refusal_to_correct(round, part, now);
    case RoundState::frozen:
      return not_open(round, "is frozen");
    case RoundState::open:
      break;
  }
  if (now <= round.closes) return std::nullopt;
  return not_open(round, "ended on " + round.last_day);
}

}  // namespace smm::assessment
