// SPDX-License-Identifier: Apache-2.0
// Use cases: the action plan of a school. Goals belong to the school and outlive rounds: each was made on the
// report of one round and goes on in the next. They are sealed under the school's key; every version is kept,
// and the school's log tells who made or changed which goal, never what it says.
//
// A plan is read from a round that was frozen, and holds the goals made on it and on rounds frozen before.
// From an older round it is seen as it stood when the next one was frozen, and changed no more: people of an
// earlier round may have left the school.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "assessment/goal.hpp"
#include "render/texts.hpp"
#include "report/goal_aim.hpp"

namespace smm::app {

// A goal as it stands.
struct StandingGoal {
  assessment::GoalId id;
  assessment::RoundId round;  // on whose report it was made
  std::int64_t version = 1;
  assessment::Goal goal;
  assessment::PersonId by;  // who wrote this version, and when
  base::Instant at;
};

struct ActionPlan {
  bool open = false;                // may be changed from here
  std::vector<StandingGoal> goals;  // in the order in which they were made
  std::map<assessment::RoundId, assessment::Round> rounds;
  std::map<assessment::PersonId, std::string> names;
};

// Problems: not_frozen, key_unavailable.
base::Result<ActionPlan> action_plan(Installation& installation, const OpenSheet& sheet);

// Problems: not_frozen, plan_elsewhere, key_unavailable, goal_aim_unknown, those of assessment::refusals.
base::Result<assessment::GoalId> make_goal(Installation& installation, const render::Texts& texts,
                                           const Hand& hand, const assessment::Goal& goal);

// What a goal of this round's edition aims at, in words; empty words where it aims at no answer. Problem:
// goal_aim_unknown.
base::Result<report::AimInWords> aim_here(const render::Texts& texts, const OpenSheet& sheet,
                                          const assessment::Goal& goal);

// What it aims at stays. `version` is the one that was seen. Also: not_there, goal_changed,
// goal_state_not_possible.
base::Result<bool> change_goal(Installation& installation, const Hand& hand, const assessment::GoalId& id,
                               std::int64_t version, const assessment::Goal& goal);

// Within a look: what a plan or report of this round holds. Empty where the round is not frozen.
std::vector<StandingGoal> goals_seen_from(Records& records, const Seals& seals, const SheetKey& sheet);

// On the calendar of the round's zone.
std::chrono::year_month_day today_of(const Installation& installation, const assessment::Round& round);

// "2026-11-22"; empty for no day.
std::string day_text(const std::optional<std::chrono::year_month_day>& day);

}  // namespace smm::app
