// SPDX-License-Identifier: Apache-2.0
// Whom the office writes to at a school, and what was said with it: forms of the school's page in the office.
#include "app/rounds/school_contacts.hpp"

#include <algorithm>
#include <array>

#include "app/rounds/call_log.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/roster_plan.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/office_round.hpp"
#include "web/routes/office_school.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Contacts;
using assessment::Right;
using render::View;

Contacts typed_contacts(const Call& call) {
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  return {{value("dean_name"), value("dean_email")},
          {value("interim_name"), value("interim_email")},
          {value("director_name"), value("director_email")},
          value("assistant_email"),
          value("address")};
}

View::List contact_fields(const Call& call, const Contacts& contacts, const std::vector<FormError>& errors) {
  View::List fields;
  const auto add = [&](const char* name, const std::string& value, const char* type) {
    fields.push_back(line_field({.name = name,
                                 .label = call.texts()(std::string("roster.column.") + name),
                                 .value = value,
                                 .error = error_of(errors, name),
                                 .type = type,
                                 .optional = true}));
  };
  add("dean_name", contacts.dean.name, "text");
  add("dean_email", contacts.dean.email, "email");
  add("interim_name", contacts.interim.name, "text");
  add("interim_email", contacts.interim.email, "email");
  add("director_name", contacts.director.name, "text");
  add("director_email", contacts.director.email, "email");
  add("assistant_email", contacts.assistant_email, "email");
  fields.push_back(area_field({.name = "address",
                               .label = call.texts()("roster.column.address"),
                               .value = contacts.address,
                               .error = error_of(errors, "address"),
                               .optional = true},
                              4));
  return fields;
}

constexpr std::array invitees = {app::Invitee::nobody, app::Invitee::dean, app::Invitee::interim,
                                 app::Invitee::director};

// Nobody, unless the form says otherwise.
app::Invitee invitee_in(const Call& call) {
  const auto given = call.form.fields.value("invitee");
  const auto found =
      std::ranges::find_if(invitees, [&](auto invitee) { return to_string(invitee) == given; });
  return found == invitees.end() ? app::Invitee::nobody : *found;
}

View invitee_field(const Call& call) {
  const auto& texts = call.texts();
  std::vector<Box> boxes;
  for (const app::Invitee invitee : invitees) {
    const std::string word(to_string(invitee));
    boxes.push_back({word, texts("office.contacting.invitee." + word), "", invitee_in(call) == invitee});
  }
  return radios_field({.name = "invitee",
                       .label = texts("office.contacting.follows"),
                       .hint = texts("office.contacting.follows_hint")},
                      boxes);
}

// `standing`: of the school as the page was first shown.
Page contacts_page(const Call& call, const RoundShown& round, const PartShown& each, const Contacts& contacts,
                   const base::Problems& problems) {
  const auto& texts = call.texts();
  FormPage form{{texts("office.contacting.title"), texts("office.contacting.lead"), each.school.name},
                call.request.path,
                texts("office.contacting.submit")};
  form.errors = form_errors(problems);
  form.fields = contact_fields(call, contacts, form.errors);
  form.fields.push_back(invitee_field(call));
  form.hidden = {{"standing", app::roster_standing({each.school})}};
  form.cancel_href = part_path(round.round, each.school);
  form.status = problems.empty() ? 200 : 422;
  Page page = form_page(std::move(form));
  page.crumbs = part_crumbs(call, round.round, each.school, texts("office.contacting.title"));
  return page;
}

base::Result<Reply> show_contacts(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  return Reply(contacts_page(call, round, each, each.school.contacts, {}));
}

bool is_of_the_form(const base::Problem& problem) {
  return !problem.place.source.empty() || problem.code == app::rounds_problem::roster_moved.code;
}

base::Result<Reply> take_contacts(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const app::NewContacts wanted{typed_contacts(call), std::string(call.form.fields.value("standing")),
                                invitee_in(call)};
  const auto changed = app::change_contacts(call.installation(), call.site.pages, *call.actor,
                                            {each.part.round, each.part.school}, wanted);
  if (changed)
    return Reply(Redirect{part_path(round.round, each.school),
                          changed->invited ? "contacts_invited" : "contacts_saved"});
  if (!is_of_the_form(changed.problems().front())) return changed.problems();
  return Reply(contacts_page(call, round, each, wanted.contacts, changed.problems()));
}

base::Result<Reply> take_call(const Call& call) {
  const auto loaded = load_part(call);
  if (!loaded) return loaded.problems();
  const auto& [round, each] = *loaded;
  const auto noted =
      app::note_call(call.installation(), *call.actor, {each.part.round, each.part.school},
                     std::string(call.form.fields.value("way")), std::string(call.form.fields.value("said")));
  if (noted) return Reply(Redirect{part_path(round.round, each.school), "call_noted"});
  if (noted.problems().front().place.source.empty()) return noted.problems();
  auto page = part_page(call, round, each, noted.problems());
  if (!page) return page.problems();
  return Reply(std::move(*page));
}

}  // namespace

void set_calls(const Call& call, View& view, const std::string& action,
               const std::vector<app::CallShown>& calls, const base::Problems& problems) {
  const auto& texts = call.texts();
  const auto errors = form_errors(problems);
  std::vector<Box> ways;
  for (const std::string_view way : app::call_ways)
    ways.push_back({std::string(way), texts("office.calls.way." + std::string(way)), "",
                    call.form.fields.value("way") == way});
  set_errors(view, errors);
  view.set("calls_action", action).set("has_calls", !calls.empty());
  view.set("calls", render::views(calls, [&](const app::CallShown& each) {
             View one;
             one.set("way", texts("office.calls.way." + each.note.way)).set("said", each.note.said);
             one.set("told",
                     texts("office.calls.told", {{"name", each.by}, {"time", utc_time(call, each.note.at)}}));
             return one;
           }));
  set_fields(
      view, {radios_field(
                 {.name = "way", .label = texts("office.calls.how"), .error = error_of(errors, "way")}, ways),
             area_field({.name = "said",
                         .label = texts("office.calls.said"),
                         .value = std::string(call.form.fields.value("said")),
                         .hint = texts("office.calls.said_hint"),
                         .error = error_of(errors, "said")},
                        3)});
}

std::vector<Endpoint> office_contact_endpoints() {
  const std::string school = "/office/rounds/{round:word}/schools/{school}";
  const Access invite = for_office(Right::invite);
  return {get(school + "/contacts", "school_contacts_form", confirmed(invite), show_contacts),
          post(school + "/contacts", "school_contacts", confirmed(invite), take_contacts),
          post(school + "/calls", "note_call", invite, take_call)};
}

}  // namespace smm::web
