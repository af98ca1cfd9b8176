// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/action_plan.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/releasing/problems.hpp"
#include "app/reporting/problems.hpp"
#include "app/rounds/calendar_day.hpp"
#include "base/environment_error.hpp"
#include "crypto/framing.hpp"

namespace smm::app {
namespace {

using assessment::Goal;
using assessment::GoalId;
using assessment::GoalState;

// ---- Sealing.

constexpr std::size_t sealed_fields = 11;

std::string sealed_goal(const Seals& seals, const GoalVersion& version, const Goal& goal) {
  const std::string number = std::to_string(version.version);
  const std::string due = day_text(goal.due), ended = day_text(goal.ended);
  return seals.seal({"goal", version.round.text(), version.id.text(), number},
                    crypto::framed({goal.text, goal.area, goal.item, goal.programme, goal.option, goal.owner,
                                    due, goal.measure, to_string(goal.state), goal.result, ended}));
}

Goal opened_goal(const Seals& seals, const GoalVersion& version) {
  const std::string number = std::to_string(version.version);
  const auto fields =
      crypto::unframed(seals.open({"goal", version.round.text(), version.id.text(), number}, version.sealed));
  if (!fields || fields->size() != sealed_fields)
    throw base::EnvironmentError("A goal of an action plan is unreadable.");
  const auto& text = *fields;
  const auto state = assessment::goal_state(text[8]);
  if (!state) throw base::EnvironmentError("A goal of an action plan has no state.");
  return {text[0],
          text[1],
          text[2],
          text[3],
          text[4],
          text[5],
          calendar_day(text[6]),
          text[7],
          *state,
          text[9],
          calendar_day(text[10])};
}

// ---- Which goals, and until when.

// What of a plan is seen from a round.
struct Window {
  std::vector<assessment::RoundId> rounds;  // whose goals
  std::optional<base::Instant> until;       // when the school's next round was frozen
};

std::optional<Window> window_of(Records& records, const SheetKey& sheet) {
  Window window;
  bool frozen = false;
  for (const KeptRelease& release : records.releases.all()) {
    const bool here = release.round == sheet.round;
    if (!frozen) window.rounds.push_back(release.round);
    const bool takes_part = records.rounds.participation({release.round, sheet.school}, false).has_value();
    if (frozen && takes_part && !window.until) window.until = release.at;
    frozen = frozen || here;
  }
  return frozen ? std::optional(window) : std::nullopt;
}

std::vector<GoalVersion> standing_versions(Records& records, const SheetKey& sheet, const Window& window) {
  std::vector<GoalVersion> standing;
  for (GoalVersion& version : records.goals.versions(sheet.school)) {
    const bool seen = std::ranges::find(window.rounds, version.round) != window.rounds.end();
    if (!seen || (window.until && version.at >= *window.until)) continue;
    const auto found = std::ranges::find(standing, version.id, &GoalVersion::id);
    if (found == standing.end())
      standing.push_back(std::move(version));
    else if (found->version < version.version)
      *found = std::move(version);
  }
  return standing;
}

std::vector<StandingGoal> goals_in(Records& records, const Seals& seals, const SheetKey& sheet,
                                   const Window& window) {
  std::vector<StandingGoal> goals;
  for (const GoalVersion& version : standing_versions(records, sheet, window))
    goals.push_back(
        {version.id, version.round, version.version, opened_goal(seals, version), version.by, version.at});
  return goals;
}

base::Problem not_frozen_yet() {
  return {releasing_problem::not_frozen,
          "The action plan opens when the program office has frozen the round"};
}

void add_names(Records& records, ActionPlan& plan) {
  for (const StandingGoal& goal : plan.goals) {
    if (const auto round = records.rounds.by_id(goal.round)) plan.rounds.emplace(goal.round, *round);
    if (const auto person = records.people.by_id(goal.by)) plan.names.emplace(goal.by, person->name);
  }
}

// ---- Writing.

// Locks the school's part: of two who write at once, one is second.
base::Result<Window> window_to_write(Records& records, const Hand& hand) {
  records.rounds.participation(hand.sheet.key(), true);
  const auto window = window_of(records, hand.sheet.key());
  if (!window) return not_frozen_yet();
  if (window->until)
    return base::Problem(reporting_problem::plan_elsewhere,
                         "The action plan goes on with the next report; change it there");
  return *window;
}

base::Problems wrong_with(const Installation& installation, const Hand& hand, const Goal& goal) {
  return assessment::refusals(goal, hand.sheet.edition->edition, today_of(installation, hand.sheet.round));
}

std::string action_for(GoalState before, GoalState after) {
  if (before == after || !assessment::is_over(after)) return "goal.change";
  return after == GoalState::done ? "goal.done" : "goal.drop";
}

// Two rounds may have different areas: what an earlier one is called is no reason to refuse a change.
Goal checkable(Goal goal, const Goal& before) {
  if (goal.area == before.area) goal.area.clear();
  return goal;
}

const StandingGoal* goal_with(const std::vector<StandingGoal>& goals, const GoalId& id) {
  const auto found = std::ranges::find(goals, id, &StandingGoal::id);
  return found == goals.end() ? nullptr : &*found;
}

std::optional<base::Problems> refusal_to_change(const Installation& installation, const Hand& hand,
                                                const StandingGoal* standing, std::int64_t version,
                                                const Goal& goal) {
  if (standing == nullptr)
    return base::Problems{{installation_problem::not_there, "There is no such goal in this plan"}};
  if (standing->version != version)
    return base::Problems{{reporting_problem::goal_changed,
                           "Somebody changed this goal meanwhile; open it again and enter yours anew"}};
  if (auto refused = assessment::refusal_of_step(standing->goal.state, goal.state))
    return base::Problems{*refused};
  auto wrong = wrong_with(installation, hand, checkable(goal, standing->goal));
  return wrong.empty() ? std::nullopt : std::optional(std::move(wrong));
}

void add_version(Records& records, const Seals& seals, GoalVersion version, const Goal& goal) {
  version.sealed = sealed_goal(seals, version, goal);
  records.goals.add(version);
}

Goal with_aim_of(Goal goal, const Goal& before) {
  goal.item = before.item;
  goal.programme = before.programme;
  goal.option = before.option;
  return goal;
}

}  // namespace

// Most schools have no goals: then no release is looked at, which counts where reports of all are made.
std::vector<StandingGoal> goals_seen_from(Records& records, const Seals& seals, const SheetKey& sheet) {
  if (records.goals.versions(sheet.school).empty()) return {};
  const auto window = window_of(records, sheet);
  return window ? goals_in(records, seals, sheet, *window) : std::vector<StandingGoal>();
}

base::Result<ActionPlan> action_plan(Installation& installation, const OpenSheet& sheet) {
  return look<ActionPlan>(installation.database, [&](Records& records) -> base::Result<ActionPlan> {
    const auto window = window_of(records, sheet.key());
    if (!window) return not_frozen_yet();
    const auto seals = installation.keys.seals(records.schools, sheet.school.id.text());
    if (!seals) return seals.problems();
    ActionPlan plan;
    plan.open = !window->until;
    plan.goals = goals_in(records, *seals, sheet.key(), *window);
    add_names(records, plan);
    return plan;
  });
}

base::Result<report::AimInWords> aim_here(const render::Texts& texts, const OpenSheet& sheet,
                                          const Goal& goal) {
  if (goal.item.empty()) return report::AimInWords();
  const auto words = report::aim_in_words(sheet.edition->plan, sheet.school.programmes,
                                          {goal.item, goal.programme, goal.option}, texts);
  if (words) return *words;
  return base::Problem(reporting_problem::goal_aim_unknown,
                       "This goal aims at an answer that the questionnaire does not have");
}

base::Result<GoalId> make_goal(Installation& installation, const render::Texts& texts, const Hand& hand,
                               const Goal& goal) {
  if (const auto aim = aim_here(texts, hand.sheet, goal); !aim) return aim.problems();
  if (auto wrong = wrong_with(installation, hand, goal); !wrong.empty()) return wrong;
  const auto id = GoalId::make(installation.random);
  return change<GoalId>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<GoalId>> {
        const auto window = window_to_write(records, hand);
        if (!window) return window.problems();
        const auto seals = installation.keys.seals(records.schools, hand.sheet.school.id.text());
        if (!seals) return seals.problems();
        const SheetKey key = hand.sheet.key();
        add_version(records, *seals, {id, 1, key.school, key.round, hand.actor.person.id, now, ""}, goal);
        return Change<GoalId>(id, told_by(hand, "goal.make", id.text()));
      });
}

base::Result<bool> change_goal(Installation& installation, const Hand& hand, const GoalId& id,
                               std::int64_t version, const Goal& goal) {
  return change<bool>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
        const auto window = window_to_write(records, hand);
        if (!window) return window.problems();
        const auto seals = installation.keys.seals(records.schools, hand.sheet.school.id.text());
        if (!seals) return seals.problems();
        const auto goals = goals_in(records, *seals, hand.sheet.key(), *window);
        const StandingGoal* standing = goal_with(goals, id);
        if (auto refused = refusal_to_change(installation, hand, standing, version, goal)) return *refused;
        const Goal written = with_aim_of(goal, standing->goal);
        if (written == standing->goal) return Change<bool>::nothing(false);
        add_version(records, *seals,
                    {id, version + 1, hand.sheet.school.id, standing->round, hand.actor.person.id, now, ""},
                    written);
        return Change<bool>(true, told_by(hand, action_for(standing->goal.state, goal.state), id.text()));
      });
}

std::chrono::year_month_day today_of(const Installation& installation, const assessment::Round& round) {
  const base::Instant now = installation.clock.now();
  const auto time = installation.zones.local_time(round.zone, now);
  return time ? time->day : installation.zones.local_time("UTC", now)->day;
}

std::string day_text(const std::optional<std::chrono::year_month_day>& day) {
  if (!day) return "";
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return std::to_string(static_cast<int>(day->year())) + "-" + two(static_cast<unsigned>(day->month())) +
         "-" + two(static_cast<unsigned>(day->day()));
}

}  // namespace smm::app
