// SPDX-License-Identifier: Apache-2.0
// A goal of a school's action plan: what it set out to do after a round, and what became of it.
//
//   planned → under way → done          every step but back to planned; what is over may be taken up again
//        ↘______________↘ dropped       as under way
//
// Days are days of the calendar, without a time zone.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "instrument/edition.hpp"

namespace smm::assessment {

enum class GoalState : std::uint8_t { planned, under_way, done, dropped };

inline constexpr std::array goal_states = {GoalState::planned, GoalState::under_way, GoalState::done,
                                           GoalState::dropped};

std::string_view to_string(GoalState state);
std::optional<GoalState> goal_state(std::string_view name);

// Done or dropped.
bool is_over(GoalState state);

struct Goal {
  std::string text;
  std::string area = {};  // id of a section; may be empty
  // The answer it aims at, where it was made from a move; else empty. `programme` only where the question is
  // answered for each program; `option` as report/goal_aim.hpp writes it.
  std::string item = {};
  std::string programme = {};
  std::string option = {};
  std::string owner = {};  // a name, or an office
  std::optional<std::chrono::year_month_day> due = {};
  std::string measure = {};  // how one will know
  GoalState state = GoalState::planned;
  std::string result = {};                                // a sentence, once it is over
  std::optional<std::chrono::year_month_day> ended = {};  // the day it was done or dropped

  friend bool operator==(const Goal&, const Goal&) = default;
};

// Everything that is wrong with a goal; the place of each problem names its field. Problems:
// goal_text_missing, goal_text_too_long, goal_area_unknown, goal_result_missing.
base::Problems refusals(const Goal& goal, const instrument::Edition& edition,
                        std::chrono::year_month_day today);

// Problem: goal_state_not_possible.
std::optional<base::Problem> refusal_of_step(GoalState from, GoalState to);

}  // namespace smm::assessment
