// SPDX-License-Identifier: Apache-2.0
// The people of the program office: who they are, inviting them, their roles and accounts.
#include "app/people/office_people.hpp"

#include <algorithm>

#include "web/routes/endpoints.hpp"
#include "web/routes/signing_in.hpp"
#include "web/session/wishes.hpp"

namespace smm::web {
namespace {

using render::View;
using Roles = std::vector<assessment::OfficeRole>;

std::string role_name(const Call& call, assessment::OfficeRole role) {
  return call.texts()("role.office." + std::string(to_string(role)));
}

std::string role_names(const Call& call, const Roles& roles) {
  std::string names;
  for (const auto role : roles) names += (names.empty() ? "" : ", ") + role_name(call, role);
  return names;
}

std::string account_state(const Call& call, const app::Person& person) {
  if (person.deactivated) return call.texts()("page.people.closed");
  return call.texts()(person.totp_confirmed ? "page.people.open" : "page.people.factor_missing");
}

Roles roles_in(const http::Parameters& fields) {
  Roles roles;
  for (const std::string_view name : fields.values("role")) {
    if (const auto role = assessment::office_role(name)) roles.push_back(*role);
  }
  return roles;
}

View roles_field(const Call& call, const Roles& held, const std::string& error) {
  std::vector<Box> boxes;
  for (const auto role : assessment::office_roles) {
    const std::string name(to_string(role));
    const bool holds = std::ranges::find(held, role) != held.end();
    boxes.push_back({name, role_name(call, role), call.texts()("page.people.role_hint." + name), holds});
  }
  return boxes_field({"role", call.texts()("page.people.role_label"), "", "", error}, boxes);
}

// ---- The list

View cell(const Call& call, const char* column, std::string text) {
  View view;
  view.set("column", call.texts()(column)).set("text", std::move(text)).set("figure", false);
  return view.set("tag", false).set("cell_href", "");
}

View column(const Call& call, const char* label) {
  View view;
  view.set("label", call.texts()(label)).set("figure", false);
  return view;
}

std::string path_of(const app::Person& person) {
  return "/office/people/" + person.id.text();
}

View row_of(const Call& call, const app::OfficePerson& each) {
  View view;
  const std::string name = each.person.name.empty() ? each.person.email : each.person.name;
  view.set("head", name).set("href", path_of(each.person));
  view.set("cells", View::List{cell(call, "ui.sign_in.email", each.person.email),
                               cell(call, "page.people.roles", role_names(call, each.roles)),
                               cell(call, "page.people.state", account_state(call, each.person))});
  return view;
}

base::Result<Reply> show_people(const Call& call) {
  const auto people = app::office_people(call.installation());
  if (!people) return people.problems();
  const auto& texts = call.texts();
  const std::string title = texts("page.people.title");
  View view;
  set_head(view, {title,
                  "",
                  "",
                  {{texts("page.people.invite"), "/office/people/invite"},
                   {texts("page.people.find"), "/office/people/find", false}}});
  view.set("caption", title).set("has_rows", !people->empty()).set("nothing", false);
  view.set("columns", View::List{column(call, "page.person.name"), column(call, "ui.sign_in.email"),
                                 column(call, "page.people.roles"), column(call, "page.people.state")});
  view.set("rows", render::views(*people, [&](const auto& each) { return row_of(call, each); }));
  view.set("has_pages", false).set("below", View::List());
  return Reply(Page{"page_list", std::move(view), title});
}

// ---- Inviting

Page invite_page(const Call& call, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  FormPage form{{texts("page.people.invite"), texts("page.people.invite_lead")},
                "/office/people/invite",
                texts("page.people.invite")};
  form.fields = {line_field({"name", texts("page.person.name"), value("name")}),
                 line_field({"email", texts("ui.sign_in.email"), value("email"), "",
                             error_of(errors, "email"), "email"}),
                 roles_field(call, roles_in(call.form.fields), error_of(errors, "role"))};
  form.errors = errors;
  form.cancel_href = "/office/people";
  form.status = errors.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_invite(const Call& call) {
  return Reply(invite_page(call, {}));
}

base::Result<Reply> take_invite(const Call& call) {
  const auto& fields = call.form.fields;
  const app::Mailbox to{std::string(fields.value("name")), std::string(fields.value("email"))};
  const auto invited =
      app::invite_to_office(call.installation(), call.site.pages, *call.actor, to, roles_in(fields));
  if (invited) return Reply(Redirect{"/office/people", "person_invited"});
  auto errors = form_errors(invited.problems());
  for (FormError& error : errors) {
    if (error.field.empty()) error.field = "email";
  }
  return Reply(invite_page(call, errors));
}

// ---- Finding somebody at a school

Page find_page(const Call& call, const std::string& email, const std::string& error) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.people.find"), texts("page.people.find_lead")},
                "/office/people/find",
                texts("page.people.find_submit")};
  form.fields.push_back(line_field({"email", texts("ui.sign_in.email"), email, "", error, "email"}));
  form.cancel_href = "/office/people";
  form.status = error.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_find(const Call& call) {
  return Reply(find_page(call, "", ""));
}

base::Result<Reply> take_find(const Call& call) {
  const std::string email(call.form.fields.value("email"));
  const auto found = app::person_by_email(call.installation(), email);
  if (!found) return found.problems();
  if (!*found) return Reply(find_page(call, email, call.texts()("page.people.nobody")));
  return Reply(Redirect{path_of((*found)->person)});
}

// ---- One person

base::Result<app::OfficePerson> person_of(const Call& call) {
  return app::person_by_id(call.installation(), call.request.captures.text("person"));
}

Page person_page(const Call& call, const app::OfficePerson& who) {
  const auto& texts = call.texts();
  const std::string path = path_of(who.person);
  FormPage form{{who.person.name.empty() ? who.person.email : who.person.name,
                 who.person.email + " · " + account_state(call, who.person), texts("page.people.title")},
                path + "/roles",
                texts("page.people.save_roles")};
  const bool closed = who.person.deactivated.has_value();
  form.head.next = {{texts(closed ? "page.people.reopen" : "page.people.close"),
                     path + (closed ? "/open" : "/close"), false}};
  if (who.person.totp_confirmed)
    form.head.next.push_back({texts("page.people.reset"), path + "/second-factor", false});
  form.fields.push_back(roles_field(call, who.roles, ""));
  form.below.push_back(texts("page.people.roles_lead"));
  form.cancel_href = "/office/people";
  return form_page(std::move(form));
}

base::Result<Reply> show_person(const Call& call) {
  const auto who = person_of(call);
  if (!who) return who.problems();
  return Reply(person_page(call, *who));
}

base::Result<Reply> take_roles(const Call& call) {
  const auto set = app::set_office_roles(call.installation(), call.site.pages, *call.actor,
                                         call.request.captures.text("person"), roles_in(call.form.fields));
  if (!set) return set.problems();
  return Reply(Redirect{"/office/people", "roles_saved"});
}

// A weighty act on a page of its own: texts page.people.<act>, and <act>_lead.
FormPage act_form(const Call& call, const app::OfficePerson& who, const std::string& act, const char* last) {
  const auto& texts = call.texts();
  FormPage form{{texts("page.people." + act), texts("page.people." + act + "_lead"), who.person.email},
                path_of(who.person) + last,
                texts("page.people." + act)};
  form.grave = act != "reopen";
  form.cancel_href = path_of(who.person);
  return form;
}

base::Result<Reply> show_act(const Call& call, const std::string& act, const char* last) {
  const auto who = person_of(call);
  if (!who) return who.problems();
  return Reply(form_page(act_form(call, *who, act, last)));
}

base::Result<Reply> show_close(const Call& call) {
  return show_act(call, "close", "/close");
}

base::Result<Reply> show_open(const Call& call) {
  return show_act(call, "reopen", "/open");
}

base::Result<Reply> take_close(const Call& call) {
  const auto closed =
      app::close_account(call.installation(), *call.actor, call.request.captures.text("person"));
  if (!closed) return closed.problems();
  return Reply(Redirect{"/office/people", "account_closed"});
}

base::Result<Reply> take_open(const Call& call) {
  const auto opened =
      app::open_account(call.installation(), *call.actor, call.request.captures.text("person"));
  if (!opened) return opened.problems();
  return Reply(Redirect{"/office/people", "account_opened"});
}

base::Result<Reply> reset_page(const Call& call, const std::string& error) {
  const auto who = person_of(call);
  if (!who) return who.problems();
  FormPage form = act_form(call, *who, "reset", "/second-factor");
  form.fields.push_back(line_field({"reason", call.texts()("page.people.reason"), "", "", error}));
  form.status = error.empty() ? 200 : 422;
  return Reply(form_page(std::move(form)));
}

base::Result<Reply> show_reset(const Call& call) {
  return reset_page(call, "");
}

base::Result<Reply> take_reset(const Call& call) {
  const auto reset = app::reset_second_factor(call.installation(), call.site.pages, *call.actor,
                                              call.request.captures.text("person"),
                                              std::string(call.form.fields.value("reason")));
  if (reset) return Reply(Redirect{"/office/people", "codes_reset"});
  if (reset.problems().front().place.source == "reason")
    return reset_page(call, reset.problems().front().sentence);
  return reset.problems();
}

}  // namespace

std::vector<Endpoint> office_people_endpoints() {
  const Access see = for_office(assessment::Right::manage_people);
  const Access act = confirmed(see);
  return {get("/office/people", "office_people", see, show_people),
          get("/office/people/invite", "invite_person_page", see, show_invite),
          post("/office/people/invite", "invite_person", act, take_invite),
          get("/office/people/find", "find_person_page", see, show_find),
          post("/office/people/find", "find_person", see, take_find),
          get("/office/people/{person:id}", "office_person", see, show_person),
          post("/office/people/{person:id}/roles", "set_office_roles", act, take_roles),
          get("/office/people/{person:id}/close", "close_account_page", see, show_close),
          post("/office/people/{person:id}/close", "close_account", act, take_close),
          get("/office/people/{person:id}/open", "open_account_page", see, show_open),
          post("/office/people/{person:id}/open", "open_account", act, take_open),
          get("/office/people/{person:id}/second-factor", "reset_factor_page", see, show_reset),
          post("/office/people/{person:id}/second-factor", "reset_factor", act, take_reset)};
}

}  // namespace smm::web
