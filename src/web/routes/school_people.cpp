// SPDX-License-Identifier: Apache-2.0
// Who works on a school's sheet: the list, adding and removing people, handing packets out.
#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/rounds/hand_out.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::SheetReading;
using assessment::Right;
using assessment::SchoolRole;
using render::View;

const std::string below = "/rounds/{round}/schools/{school}";

std::string people_path(const Call& call) {
  return call.where->path() + "/people";
}

std::vector<Crumb> crumbs(const Call& call, const std::string& here) {
  return {{call.where->round.title, call.where->path()},
          {call.texts()("people.title"), people_path(call)},
          {here, ""}};
}

// ---- The list.

std::string work_words(const Call& call, const SheetReading& reading, const assessment::PersonId& person) {
  std::string words;
  for (const auto& assignment : reading.assignments) {
    if (assignment.person != person) continue;
    std::string target = assignment.target;
    if (assignment.scope == assessment::Scope::packet)
      target = call.where->edition->edition.office(target).label;
    words += (words.empty() ? "" : ", ") + target;
  }
  return words;
}

// Deans are the office's to invite, and readers of the report the dean's.
bool is_for_coordinators(SchoolRole role) {
  return role != SchoolRole::dean && role != SchoolRole::reader;
}

TableRowShown row_of(const Call& call, const SheetReading& reading, const app::Membership& member) {
  const auto person = reading.people.find(member.person);
  const std::string role(to_string(member.role));
  const auto& own = call.standing.school_roles;
  const bool may = is_for_coordinators(member.role) || std::ranges::find(own, SchoolRole::dean) != own.end();
  const std::string remove =
      may ? people_path(call) + "/" + member.person.text() + "/" + role + "/remove" : "";
  return {person == reading.people.end() ? "" : person->second.name,
          "",
          {{person == reading.people.end() ? "" : person->second.email},
           {call.texts()("role.school." + role)},
           {work_words(call, reading, member.person)},
           {may ? call.texts()("people.remove") : "", false, remove}}};
}

base::Result<Reply> show_school_people(const Call& call) {
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& member : reading->memberships) rows.push_back(row_of(call, *reading, member));
  Page page = list_page({texts("people.title"),
                         texts("people.lead"),
                         call.where->school.name,
                         {{texts("people.add"), people_path(call) + "/add"}}},
                        texts("people.title"),
                        {texts("people.name"), texts("people.email"), texts("people.role"),
                         texts("people.work"), texts("people.change")},
                        rows, texts("people.nobody"));
  page.crumbs = {{call.where->round.title, call.where->path()}, {texts("people.title"), ""}};
  return Reply(std::move(page));
}

// ---- Adding.

std::vector<Box> role_boxes(const Call& call, const std::string& chosen) {
  std::vector<Box> boxes;
  for (const SchoolRole role : assessment::school_roles) {
    if (!is_for_coordinators(role)) continue;
    const std::string name(to_string(role));
    boxes.push_back({name, call.texts()("role.school." + name), call.texts()("people.role_hint." + name),
                     name == chosen});
  }
  return boxes;
}

Page add_page(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  FormPage form{{texts("people.add"), texts("people.add_lead"), call.where->school.name},
                people_path(call) + "/add",
                texts("people.add_submit")};
  form.fields = {line_field({"name", texts("people.name"), value("name")}),
                 line_field({"email", texts("people.email"), value("email"), "", error, "email"}),
                 radios_field({"role", texts("people.role")},
                              role_boxes(call, value("role").empty() ? "author" : value("role")))};
  if (!error.empty()) form.errors = {{error, "email"}};
  form.cancel_href = people_path(call);
  form.status = error.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = crumbs(call, texts("people.add"));
  return page;
}

base::Result<Reply> show_add(const Call& call) {
  return Reply(add_page(call, ""));
}

base::Result<Reply> take_add(const Call& call) {
  const auto& fields = call.form.fields;
  const auto role = assessment::school_role(fields.value("role"));
  if (!role || !is_for_coordinators(*role)) return Reply(add_page(call, call.texts()("people.role_missing")));
  const app::Joining joining{{std::string(fields.value("name")), std::string(fields.value("email"))}, *role};
  const auto added =
      app::add_to_school(call.installation(), call.site.pages, *call.actor, *call.where, joining);
  if (!added) return Reply(add_page(call, added.problems().front().sentence));
  return Reply(Redirect{people_path(call), "person_added"});
}

// ---- Removing.

struct Named {
  assessment::PersonId person;
  SchoolRole role;
};

std::optional<Named> named_in(const Call& call) {
  const auto person = assessment::PersonId::parse(call.request.captures.text("person"));
  const auto role = assessment::school_role(call.request.captures.text("role"));
  if (!person || !role) return std::nullopt;
  return Named{*person, *role};
}

// Of this school alone: nobody learns the names of others by their ids.
std::optional<std::string> member_name(const Call& call, const Named& named) {
  std::optional<std::string> name;
  call.installation().database.read([&](app::Records& records) {
    const auto roles = records.rounds.roles(named.person, call.where->key());
    const bool here = std::ranges::find(roles, named.role) != roles.end();
    const auto person = here ? records.people.by_id(named.person) : std::nullopt;
    name = person ? std::optional(person->name) : std::nullopt;
  });
  return name;
}

base::Problem no_such_person() {
  return {app::installation_problem::not_there, "There is no such person here"};
}

base::Result<Reply> show_remove_person(const Call& call) {
  const auto& texts = call.texts();
  const auto named = named_in(call);
  const auto name = named ? member_name(call, *named) : std::nullopt;
  if (!name) return no_such_person();
  FormPage form{
      {texts("people.remove_title", {{"name", *name}}), texts("people.remove_lead"), call.where->school.name},
      call.request.path,
      texts("people.remove")};
  form.grave = true;
  form.cancel_href = people_path(call);
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> take_remove_person(const Call& call) {
  const auto named = named_in(call);
  if (!named) return no_such_person();
  const auto removed =
      app::remove_from_school(call.installation(), *call.actor, *call.where, named->person, named->role);
  if (!removed) return removed.problems();
  return Reply(Redirect{people_path(call), "person_removed"});
}

// ---- Handing a packet out.

std::string office_label(const Call& call) {
  return call.where->edition->edition.office(call.request.captures.text("office")).label;
}

Page hand_out_page(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  const std::string path = call.where->path() + "/packets/" + call.request.captures.text("office");
  FormPage form{{texts("hand_out.title", {{"packet", office_label(call)}}), texts("hand_out.lead"),
                 call.where->school.name},
                path + "/hand-out",
                texts("hand_out.submit")};
  form.fields = {
      line_field({"author_name", texts("hand_out.author_name"), value("author_name")}),
      line_field({"author_email", texts("hand_out.author_email"), value("author_email"), "", error, "email"}),
      line_field({"affirmer_name", texts("hand_out.affirmer_name"), value("affirmer_name"), "", "", "text",
                  "", true}),
      line_field({"affirmer_email", texts("hand_out.affirmer_email"), value("affirmer_email"),
                  texts("hand_out.affirmer_hint"), "", "email", "", true}),
      day_field({"due", texts("hand_out.due"), value("due"), "", "", "text", "", true})};
  if (!error.empty()) form.errors = {{error, "author_email"}};
  form.cancel_href = call.where->path();
  form.status = error.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = {{call.where->round.title, call.where->path()},
                 {office_label(call), path},
                 {texts("hand_out.crumb"), ""}};
  return page;
}

base::Result<Reply> show_hand_out(const Call& call) {
  if (call.where->plan->packet(call.request.captures.text("office")) == nullptr)
    return base::Problem(app::installation_problem::not_there, "There is no such packet");
  return Reply(hand_out_page(call, ""));
}

app::HandOut wanted_in(const Call& call) {
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  app::HandOut wanted;
  wanted.target = call.request.captures.text("office");
  if (const auto scope = assessment::scope_named(value("scope"))) wanted.scope = *scope;
  if (!value("target").empty()) wanted.target = value("target");
  wanted.author = {value("author_name"), value("author_email")};
  wanted.affirmer = {value("affirmer_name"), value("affirmer_email")};
  if (!value("due").empty()) wanted.due = value("due");
  return wanted;
}

base::Result<Reply> take_hand_out(const Call& call) {
  if (call.where->plan->packet(call.request.captures.text("office")) == nullptr)
    return base::Problem(app::installation_problem::not_there, "There is no such packet");
  const auto handed =
      app::hand_out(call.installation(), call.site.pages, *call.actor, *call.where, wanted_in(call));
  if (!handed) return Reply(hand_out_page(call, handed.problems().front().sentence));
  return Reply(Redirect{call.where->path(), "handed_out"});
}

base::Result<Reply> take_back(const Call& call) {
  const auto id = assessment::AssignmentId::parse(call.request.captures.text("assignment"));
  if (!id) return base::Problem(app::installation_problem::not_there, "There is no such assignment");
  const auto taken = app::take_back(call.installation(), *call.actor, *call.where, *id);
  if (!taken) return taken.problems();
  return Reply(Redirect{people_path(call), "taken_back"});
}

}  // namespace

std::vector<Endpoint> school_people_endpoints() {
  const Access leaders = for_school(Right::assign);
  const std::string one = below + "/people/{person:id}/{role:word}/remove";
  const std::string packet = below + "/packets/{office:word}/hand-out";
  return {get(below + "/people", "school_people", leaders, show_school_people),
          get(below + "/people/add", "add_person_form", leaders, show_add),
          post(below + "/people/add", "add_person", leaders, take_add),
          get(one, "remove_person_form", leaders, show_remove_person),
          post(one, "remove_person", leaders, take_remove_person),
          get(packet, "hand_out_form", leaders, show_hand_out),
          post(packet, "hand_out", leaders, take_hand_out),
          post(below + "/assignments/{assignment:id}/end", "take_back", leaders, take_back)};
}

}  // namespace smm::web
