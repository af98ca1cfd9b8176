// SPDX-License-Identifier: Apache-2.0
// A school's action plan: read, printed, and changed one goal at a time. A move of the report becomes a goal
// by a form whose contents stand in its body, never in an address.
#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/installation/round_edition.hpp"
#include "app/reporting/planned_goals.hpp"
#include "app/reporting/problems.hpp"
#include "base/document_reader.hpp"
#include "web/routes/area_label.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/goal_form.hpp"
#include "web/routes/report_paths.hpp"
#include "web/routes/shown_sheet.hpp"

namespace smm::web {
namespace {

using app::ActionPlan;
using app::StandingGoal;
using assessment::GoalState;
using assessment::Right;
using render::View;

// ---- The plan.

struct PlanShown {
  const Call& call;
  const ActionPlan& plan;
  bool may_edit;
};

// The round on whose report it was made, with its edition.
std::shared_ptr<const app::ShelvedEdition> edition_of(const PlanShown& shown, const StandingGoal& goal) {
  const auto edition = app::edition_of_round(shown.call.installation(), shown.plan.rounds.at(goal.round));
  return edition ? *edition : shown.call.where->edition;
}

View::List fact_views(const PlanShown& shown, const StandingGoal& standing) {
  const auto& texts = shown.call.texts();
  const auto& goal = standing.goal;
  const auto edition = edition_of(shown, standing);
  View::List facts;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) facts.push_back(View().set("term", texts(key)).set("value", value));
  };
  const auto aim = app::aim_in_words(*edition, shown.call.where->school.programmes, goal, texts);
  if (aim) add("plan.aim", texts("plan.aim_words", {{"question", aim->question}, {"answer", aim->answer}}));
  if (!goal.area.empty()) add("report.area", area_label(edition->edition, goal.area));
  add("report.goal_owner", goal.owner);
  add("report.goal_due", app::day_text(goal.due));
  add("report.goal_measure", goal.measure);
  add("report.goal_result", goal.result);
  add("report.goal_ended", app::day_text(goal.ended));
  add("report.goal_round", shown.plan.rounds.at(standing.round).title);
  return facts;
}

View state_tag(const Call& call, const StandingGoal& standing) {
  const GoalState state = standing.goal.state;
  const auto today = app::today_of(call.installation(), call.where->round);
  if (!assessment::is_over(state) && standing.goal.due && *standing.goal.due < today)
    return tag_view({.words = call.texts()("plan.late"), .care = true});
  return tag_view({.words = call.texts()("report.goal_words." + std::string(to_string(state))),
                   .good = state == GoalState::done,
                   .active = state == GoalState::under_way});
}

View goal_card(const PlanShown& shown, const StandingGoal& standing) {
  const Call& call = shown.call;
  const auto writer = shown.plan.names.find(standing.by);
  const std::string path = shown.may_edit ? plan_path(call, "/" + standing.id.text()) : "";
  const bool over = assessment::is_over(standing.goal.state);
  View view;
  view.set("id", standing.id.text()).set("words", standing.goal.text).set("tag", state_tag(call, standing));
  view.set("facts", fact_views(shown, standing));
  view.set("told", call.texts()("plan.told", {{"who", writer == shown.plan.names.end() ? "" : writer->second},
                                              {"when", full_time(call, standing.at)}}));
  view.set("change_href", path);
  view.set("done_href", path.empty() || over ? "" : path + "?state=done#result");
  return view.set("drop_href", path.empty() || over ? "" : path + "?state=dropped#result");
}

bool is_open_goal(const StandingGoal& goal) {
  return !assessment::is_over(goal.goal.state);
}
bool is_done_goal(const StandingGoal& goal) {
  return goal.goal.state == GoalState::done;
}
bool is_dropped_goal(const StandingGoal& goal) {
  return goal.goal.state == GoalState::dropped;
}

View::List group_views(const PlanShown& shown) {
  struct Group {
    const char* id;
    bool (*holds)(const StandingGoal&);
  };
  constexpr Group groups[] = {{"open", is_open_goal}, {"done", is_done_goal}, {"dropped", is_dropped_goal}};
  View::List views;
  for (const Group& group : groups) {
    View::List goals;
    for (const StandingGoal& goal : shown.plan.goals)
      if (group.holds(goal)) goals.push_back(goal_card(shown, goal));
    if (goals.empty()) continue;
    View view;
    view.set("id", group.id).set("title", shown.call.texts()(std::string("plan.group.") + group.id));
    views.push_back(view.set("goals", std::move(goals)));
  }
  return views;
}

View nothing_view(const PlanShown& shown) {
  const auto& texts = shown.call.texts();
  if (!shown.may_edit) return empty_view(texts("plan.nothing"), texts("plan.nothing_read"));
  return empty_view(texts("plan.nothing"), texts("plan.nothing_text"),
                    {texts("plan.new"), plan_path(shown.call, "/new")});
}

base::Result<Reply> show_plan(const Call& call) {
  const auto plan = app::action_plan(call.installation(), *call.where);
  if (!plan) return plan.problems();
  const auto& texts = call.texts();
  const PlanShown shown{call, *plan, plan->open && assessment::allows(call.standing, Right::edit_plan)};
  Page page{"page_plan", {}, texts("plan.title"), {school_crumb(call), {texts("plan.title"), ""}}};
  Head head{texts("plan.title"), texts("plan.lead"), call.where->school.name};
  if (shown.may_edit && !plan->goals.empty()) head.next = {{texts("plan.new"), plan_path(call, "/new")}};
  set_head(page.view, head);
  page.view.set("elsewhere", plan->open ? std::string() : texts("plan.elsewhere"));
  page.view.set("has_goals", !plan->goals.empty()).set("groups", group_views(shown));
  page.view.set("nothing", nothing_view(shown));
  return Reply(std::move(page));
}

// ---- A new goal.

base::Result<Reply> show_new_goal(const Call& call) {
  return Reply(goal_form_page(call, {}));
}

// The form with what a move says.
base::Result<Reply> goal_from_move(const Call& call) {
  GoalForm form;
  form.typed = typed_goal(call);
  const auto aim = app::aim_here(call.texts(), *call.where, form.typed.goal);
  if (!aim) return aim.problems();
  form.aim = *aim;
  const auto& edition = call.where->edition->edition;
  if (const auto at = edition.item(form.typed.goal.item)) {
    const auto& item = edition.items[*at];
    form.typed.goal.text =
        call.texts()("plan.from_move", {{"question", aim->question}, {"answer", aim->answer}});
    form.typed.goal.area = edition.sections[item.section].id;
    form.typed.goal.owner = edition.office(item.office).label;
    form.typed.goal.measure = item.wording.evidence;
  }
  return Reply(goal_form_page(call, form));
}

void add_errors(GoalForm& form, const base::Problems& problems) {
  for (FormError& error : form_errors(problems)) form.typed.errors.push_back(std::move(error));
  form.status = 422;
}

// About a field of the form, so that it can be mended there.
bool is_about_a_field(const base::Problems& problems) {
  return !problems.front().place.source.empty();
}

base::Result<Reply> take_goal(const Call& call) {
  GoalForm form;
  form.typed = typed_goal(call);
  const auto aim = app::aim_here(call.texts(), *call.where, form.typed.goal);
  if (!aim) return aim.problems();
  form.aim = *aim;
  form.typed.goal.state = GoalState::planned;
  if (form.typed.errors.empty()) {
    const auto made = app::make_goal(call.installation(), call.texts(), hand_of(call), form.typed.goal);
    if (made) return Reply(Redirect{plan_path(call), "goal_made"});
    if (!is_about_a_field(made.problems())) return made.problems();
    add_errors(form, made.problems());
  }
  form.status = 422;
  return Reply(goal_form_page(call, form));
}

// ---- Changing one.

// The goal in the path, as it stands.
base::Result<GoalForm> standing_form(const Call& call) {
  const base::Problem nothing(app::installation_problem::not_there, "There is no such goal in this plan");
  const auto id = assessment::GoalId::parse(call.request.captures.text("goal"));
  const auto plan = app::action_plan(call.installation(), *call.where);
  if (!plan) return plan.problems();
  const auto found =
      std::ranges::find_if(plan->goals, [&](const StandingGoal& goal) { return id && goal.id == *id; });
  if (found == plan->goals.end()) return nothing;
  if (!plan->open)
    return base::Problem(app::reporting_problem::plan_elsewhere,
                         "The action plan goes on with the next report; change it there");
  GoalForm form{shown_goal(found->goal), {}, *found};
  const auto edition = edition_of({call, *plan, true}, *found);
  if (const auto aim = app::aim_in_words(*edition, call.where->school.programmes, found->goal, call.texts()))
    form.aim = *aim;
  return form;
}

// ?state=done of the links beside a goal: today, unless somebody says otherwise.
void choose_end(const Call& call, GoalForm& form) {
  const auto wanted = assessment::goal_state(call.request.query.value("state"));
  if (!wanted || assessment::refusal_of_step(form.typed.goal.state, *wanted)) return;
  form.typed.goal.state = *wanted;
  if (assessment::is_over(*wanted) && form.typed.ended.empty())
    form.typed.ended = app::day_text(app::today_of(call.installation(), call.where->round));
}

base::Result<Reply> show_goal(const Call& call) {
  auto form = standing_form(call);
  if (!form) return form.problems();
  choose_end(call, *form);
  return Reply(goal_form_page(call, *form));
}

base::Result<Reply> take_goal_change(const Call& call) {
  auto form = standing_form(call);
  if (!form) return form.problems();
  form->typed = typed_goal(call);
  if (form->typed.errors.empty()) {
    const auto version = base::parse_integer(call.form.fields.value("version")).value_or(0);
    const auto changed =
        app::change_goal(call.installation(), hand_of(call), form->standing->id, version, form->typed.goal);
    if (changed) return Reply(Redirect{plan_path(call), "goal_kept"});
    const bool meanwhile = changed.problems().front().code == app::reporting_problem::goal_changed.code;
    if (!meanwhile && !is_about_a_field(changed.problems())) return changed.problems();
    add_errors(*form, changed.problems());
    if (meanwhile) form->status = 409;
  } else {
    form->status = 422;
  }
  return Reply(goal_form_page(call, *form));
}

}  // namespace

std::vector<Endpoint> plan_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/plan";
  const Access readers = for_school(Right::read_plan), editors = for_school(Right::edit_plan);
  return {get(path, "plan", readers, show_plan),
          post(path, "make_goal", editors, take_goal),
          get(path + "/new", "goal_form", editors, show_new_goal),
          post(path + "/new", "goal_from_move", editors, goal_from_move),
          get(path + "/{goal:id}", "change_goal_form", editors, show_goal),
          post(path + "/{goal:id}", "change_goal", editors, take_goal_change)};
}

}  // namespace smm::web
