// SPDX-License-Identifier: Apache-2.0
// Cohorts of partners: which schools they have, and who may look. For the office.
#include "app/rounds/cohorts.hpp"

#include <algorithm>
#include <sstream>

#include "app/installation/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/session/answering.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;

const std::string all_cohorts = "/office/cohorts";

std::string cohort_code(const Call& call) {
  return call.request.captures.text("cohort");
}

std::string cohort_path(const Call& call) {
  return all_cohorts + "/" + cohort_code(call);
}

std::string cohort_field(const Call& call, const char* name) {
  return std::string(call.form.fields.value(name));
}

base::Result<Reply> show_cohorts(const Call& call) {
  const auto& texts = call.texts();
  std::vector<TableRowShown> rows;
  for (const auto& each : app::cohorts(call.installation()))
    rows.push_back({each.title, all_cohorts + "/" + each.code, {{each.code}}});
  Page page = list_page(
      {texts("cohorts.title"), texts("cohorts.lead"), "", {{texts("cohorts.make"), all_cohorts + "/new"}}},
      texts("cohorts.title"), {texts("cohorts.name"), texts("cohorts.code")}, rows, texts("cohorts.nothing"));
  page.crumbs = {{texts("office.title"), "/office"}, {texts("cohorts.title"), ""}};
  return Reply(std::move(page));
}

Page cohort_form(const Call& call, const base::Problems& refused) {
  const auto& texts = call.texts();
  const auto errors = form_errors(refused);
  FormPage form{
      {texts("cohorts.make"), texts("cohorts.make_lead")}, all_cohorts + "/new", texts("cohorts.make")};
  form.fields = {line_field({"title", texts("cohorts.name"), cohort_field(call, "title"), "",
                             error_of(errors, "title")}),
                 line_field({"code", texts("cohorts.code"), cohort_field(call, "code"),
                             texts("cohorts.code_hint"), error_of(errors, "code")})};
  form.errors = errors;
  form.cancel_href = all_cohorts;
  form.status = refused.empty() ? 200 : 422;
  return form_page(std::move(form));
}

base::Result<Reply> show_new_cohort(const Call& call) {
  return Reply(cohort_form(call, {}));
}

base::Result<Reply> take_new_cohort(const Call& call) {
  const auto made = app::make_cohort(call.installation(), *call.actor, cohort_field(call, "code"),
                                     cohort_field(call, "title"));
  if (!made) return Reply(cohort_form(call, made.problems()));
  return Reply(Redirect{all_cohorts + "/" + made->code, "cohort_made"});
}

View cohort_school_view(const Call& call, const app::CohortSchool& school) {
  return View()
      .set("name", school.name)
      .set("code", school.code)
      .set("end_action", cohort_path(call) + "/schools/" + school.code + "/end");
}

View cohort_person_view(const Call& call, const app::CohortPerson& person) {
  return View()
      .set("name", person.name.empty() ? person.email : person.name)
      .set("email", person.email)
      .set("end_action", cohort_path(call) + "/people/" + person.id.text() + "/end");
}

void set_adding_forms(const Call& call, View& view, const std::vector<FormError>& errors) {
  const auto& texts = call.texts();
  View schools;
  set_fields(schools, {area_field({"schools", texts("cohorts.school_codes"), cohort_field(call, "schools"),
                                   texts("cohorts.school_codes_hint"), error_of(errors, "schools")},
                                  4)});
  View people;
  set_fields(people, {line_field({"name", texts("people.name"), cohort_field(call, "name")}),
                      line_field({"email", texts("people.email"), cohort_field(call, "email"), "",
                                  error_of(errors, "email"), "email"})});
  view.set("schools_form", std::move(schools)).set("people_form", std::move(people));
}

base::Result<Reply> cohort_page(const Call& call, const base::Problems& refused) {
  const auto seen = app::cohort(call.installation(), cohort_code(call));
  if (!seen) return seen.problems();
  const auto& texts = call.texts();
  const auto errors = form_errors(refused);
  Page page{
      "page_cohort",
      {},
      seen->cohort.title,
      {{texts("office.title"), "/office"}, {texts("cohorts.title"), all_cohorts}, {seen->cohort.title, ""}},
      refused.empty() ? 200 : 422};
  set_head(page.view, {seen->cohort.title, texts("cohorts.page_lead"), texts("cohorts.title")});
  set_errors(page.view, errors);
  page.view.set("has_schools", !seen->schools.empty()).set("has_people", !seen->people.empty());
  page.view.set("schools", render::views(seen->schools,
                                         [&](const auto& each) { return cohort_school_view(call, each); }));
  page.view.set("people", render::views(seen->people,
                                        [&](const auto& each) { return cohort_person_view(call, each); }));
  page.view.set("schools_action", cohort_path(call) + "/schools")
      .set("people_action", cohort_path(call) + "/people");
  page.view.set("remove_action", cohort_path(call) + "/remove");
  set_adding_forms(call, page.view, errors);
  return Reply(std::move(page));
}

base::Result<Reply> show_cohort(const Call& call) {
  return cohort_page(call, {});
}

// Back to the cohort's page, with what was wrong at `field`.
template <class T>
base::Result<Reply> back_to_cohort(const Call& call, const base::Result<T>& done, const char* field,
                                   const char* notice) {
  if (done) return Reply(Redirect{cohort_path(call), notice});
  base::Problems problems = done.problems();
  if (const auto there = app::cohort(call.installation(), cohort_code(call)); !there) return there.problems();
  for (auto& problem : problems)
    if (problem.place.source.empty()) problem.place.source = field;
  return cohort_page(call, problems);
}

base::Result<Reply> take_schools(const Call& call) {
  std::string typed = cohort_field(call, "schools");
  std::ranges::replace(typed, ',', ' ');
  std::istringstream words(typed);
  std::vector<std::string> codes;
  for (std::string word; words >> word;) codes.push_back(word);
  return back_to_cohort(call, app::add_schools(call.installation(), *call.actor, cohort_code(call), codes),
                        "schools", "cohort_schools");
}

base::Result<Reply> take_partner(const Call& call) {
  return back_to_cohort(
      call,
      app::let_partner_look(call.installation(), call.site.pages, *call.actor, cohort_code(call),
                            {cohort_field(call, "name"), cohort_field(call, "email")}),
      "email", "partner_named");
}

base::Result<Reply> take_school_end(const Call& call) {
  const auto ended = app::take_school_out(call.installation(), *call.actor, cohort_code(call),
                                          call.request.captures.text("member"));
  if (!ended) return ended.problems();
  return Reply(Redirect{cohort_path(call), "cohort_school_out"});
}

base::Result<Reply> take_partner_end(const Call& call) {
  const auto person = assessment::PersonId::parse(call.request.captures.text("person"));
  if (!person) return base::Problem(app::installation_problem::not_there, "There is no such person");
  const auto ended = app::take_partner_out(call.installation(), *call.actor, cohort_code(call), *person);
  if (!ended) return ended.problems();
  return Reply(Redirect{cohort_path(call), "partner_ended"});
}

base::Result<Reply> take_cohort_removal(const Call& call) {
  const auto removed = app::remove_cohort(call.installation(), *call.actor, cohort_code(call));
  if (!removed) return removed.problems();
  return Reply(Redirect{all_cohorts, "cohort_removed"});
}

}  // namespace

std::vector<Endpoint> cohort_endpoints() {
  const std::string one = all_cohorts + "/{cohort:word}";
  const Access may = for_office(Right::run_rounds);
  return {get(all_cohorts, "cohorts", may, show_cohorts),
          get(all_cohorts + "/new", "make_cohort_form", may, show_new_cohort),
          post(all_cohorts + "/new", "make_cohort", may, take_new_cohort),
          get(one, "cohort", may, show_cohort),
          post(one + "/schools", "add_cohort_schools", may, take_schools),
          post(one + "/schools/{member}/end", "take_cohort_school_out", may, take_school_end),
          post(one + "/people", "let_partner_look", may, take_partner),
          post(one + "/people/{person:id}/end", "take_partner_out", may, take_partner_end),
          post(one + "/remove", "remove_cohort", confirmed(may), take_cohort_removal)};
}

}  // namespace smm::web
