// SPDX-License-Identifier: Apache-2.0
#include "web/routes/goal_form.hpp"

#include <algorithm>
#include <set>

#include "app/rounds/calendar_day.hpp"

namespace smm::web {
namespace {

using assessment::Goal;
using assessment::GoalState;
using render::View;

std::string field_of_goal(const Call& call, const char* name) {
  return std::string(call.form.fields.value(name));
}

std::optional<std::chrono::year_month_day> typed_day(const Call& call, const char* name, TypedGoal& into) {
  const std::string text = field_of_goal(call, name);
  const auto day = app::calendar_day(text);
  if (!day && !text.empty()) into.errors.push_back({call.texts()("plan.day_wrong"), name});
  return day;
}

// ---- Fields.

// People of the school in this round, by name.
std::vector<Box> owner_boxes(const Call& call) {
  std::set<std::string> names;
  call.installation().database.read([&](app::Records& records) {
    names.clear();
    for (const app::Membership& member : records.rounds.memberships(call.where->key()))
      if (const auto person = records.people.by_id(member.person); person && !person->name.empty())
        names.insert(person->name);
  });
  std::vector<Box> boxes = {{"", call.texts()("plan.owner_other")}};
  for (const std::string& name : names) boxes.push_back({name, name});
  return boxes;
}

// Areas of this round; and the one that stands, should it be of an earlier round alone.
std::vector<Box> goal_area_boxes(const Call& call, const std::string& chosen) {
  const auto& edition = call.where->edition->edition;
  std::vector<Box> boxes = {{"", call.texts()("plan.area_none"), "", chosen.empty()}};
  bool there = chosen.empty();
  for (const auto& domain : edition.domains)
    for (const std::size_t area : domain.areas) {
      const auto& section = edition.sections[area];
      boxes.push_back({section.id, section.label, "", section.id == chosen});
      there = there || section.id == chosen;
    }
  if (!there) boxes.push_back({chosen, chosen, "", true});
  return boxes;
}

std::vector<Box> goal_state_boxes(const Call& call, GoalState standing, GoalState chosen) {
  std::vector<Box> boxes;
  for (const GoalState state : assessment::goal_states) {
    if (assessment::refusal_of_step(standing, state)) continue;
    const std::string name(to_string(state));
    boxes.push_back({name, call.texts()("report.goal_words." + name), "", state == chosen});
  }
  return boxes;
}

struct FieldOfGoal {
  const Call& call;
  const TypedGoal& shown;

  Line line(const char* name, const std::string& value, bool optional = true) const {
    const std::string key = std::string("plan.field.") + name;
    return {.name = name,
            .label = call.texts()(key + ".label"),
            .value = value,
            .hint = call.texts().has(key + ".hint") ? call.texts()(key + ".hint") : std::string(),
            .error = error_of(shown.errors, name),
            .optional = optional};
  }
};

View::List goal_fields(const Call& call, const GoalForm& form) {
  const FieldOfGoal field{call, form.typed};
  const Goal& goal = form.typed.goal;
  View::List fields = {area_field(field.line("text", goal.text, false), 3),
                       select_field(field.line("area", goal.area), goal_area_boxes(call, goal.area)),
                       line_field(field.line("owner", goal.owner)),
                       select_field(field.line("person", ""), owner_boxes(call)),
                       day_field(field.line("due", form.typed.due)),
                       area_field(field.line("measure", goal.measure), 2)};
  if (!form.standing) return fields;
  fields.push_back(radios_field(field.line("state", "", false),
                                goal_state_boxes(call, form.standing->goal.state, goal.state)));
  const bool over = assessment::is_over(goal.state);
  fields.push_back(area_field(field.line("result", goal.result, !over), 2));
  fields.push_back(day_field(field.line("ended", form.typed.ended, !over)));
  return fields;
}

std::vector<http::Parameter> hidden_fields(const GoalForm& form) {
  if (form.standing) return {{"version", std::to_string(form.standing->version)}};
  const Goal& goal = form.typed.goal;
  return {{"item", goal.item}, {"programme", goal.programme}, {"option", goal.option}};
}

}  // namespace

TypedGoal typed_goal(const Call& call) {
  TypedGoal read;
  Goal& goal = read.goal;
  goal.text = field_of_goal(call, "text");
  goal.area = field_of_goal(call, "area");
  goal.item = field_of_goal(call, "item");
  goal.programme = field_of_goal(call, "programme");
  goal.option = field_of_goal(call, "option");
  const std::string person = field_of_goal(call, "person");
  goal.owner = person.empty() ? field_of_goal(call, "owner") : person;
  goal.measure = field_of_goal(call, "measure");
  goal.state = assessment::goal_state(field_of_goal(call, "state")).value_or(GoalState::planned);
  goal.result = field_of_goal(call, "result");
  read.due = field_of_goal(call, "due");
  read.ended = field_of_goal(call, "ended");
  goal.due = typed_day(call, "due", read);
  goal.ended = typed_day(call, "ended", read);
  return read;
}

TypedGoal shown_goal(const Goal& goal) {
  return {goal, app::day_text(goal.due), app::day_text(goal.ended), {}};
}

Page goal_form_page(const Call& call, const GoalForm& form) {
  const auto& texts = call.texts();
  const std::string title = texts(form.standing ? "plan.change_title" : "plan.new_title");
  const std::string lead =
      form.aim.question.empty()
          ? texts("plan.form_lead")
          : texts("plan.aims_at", {{"question", form.aim.question}, {"answer", form.aim.answer}});
  FormPage page{{title, lead, call.where->school.name},
                plan_path(call, form.standing ? "/" + form.standing->id.text() : ""),
                texts("plan.keep")};
  page.fields = goal_fields(call, form);
  page.errors = form.typed.errors;
  page.hidden = hidden_fields(form);
  page.cancel_href = plan_path(call);
  page.status = form.status;
  Page made = form_page(std::move(page));
  made.crumbs = {
      {call.where->round.title, call.where->path()}, {texts("plan.title"), plan_path(call)}, {title, ""}};
  return made;
}

std::string plan_path(const Call& call, const std::string& below) {
  return call.where->path() + "/plan" + below;
}

}  // namespace smm::web
