// SPDX-License-Identifier: Apache-2.0
// The form of a goal of the action plan: what was typed into it, and the page it stands on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/reporting/action_plan.hpp"
#include "web/session/endpoint.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

// A form as it was sent: days as they were typed, and what cannot be read as one.
struct TypedGoal {
  assessment::Goal goal;
  std::string due;
  std::string ended;
  std::vector<FormError> errors;
};
TypedGoal typed_goal(const Call& call);

// As it stands.
TypedGoal shown_goal(const assessment::Goal& goal);

struct GoalForm {
  TypedGoal typed;
  report::AimInWords aim = {};                               // empty words: it aims at no answer
  std::optional<app::StandingGoal> standing = std::nullopt;  // what is changed; nothing: a new one
  int status = 200;
};

// Problem: key_unavailable and others of the database.
Page goal_form_page(const Call& call, const GoalForm& form);

std::string plan_path(const Call& call, const std::string& below = "");

}  // namespace smm::web
