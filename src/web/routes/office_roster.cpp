// SPDX-License-Identifier: Apache-2.0
// The roster on the web: a file is chosen, its columns are named, what it would do is looked at, and then it
// is done. What becomes of the file between these steps: app/rosters/roster_upload.hpp.
#include <algorithm>

#include "app/editions.hpp"
#include "app/rosters/roster_upload.hpp"
#include "app/rounds/import_roster.hpp"
#include "app/rounds/problems.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/campaign_endpoints.hpp"
#include "web/routes/roster_plan_view.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;

constexpr const char* roster_path = "/office/roster";

// A field of a form may be this long; a file goes in several.
constexpr std::size_t piece_bytes = std::size_t{96} * 1024;
// Sealed and written in letters twice, with the rest of the form.
constexpr std::uint64_t most_form_bytes = app::most_roster_bytes * 2;

std::vector<Crumb> crumbs_of(const Call& call) {
  return {{call.texts()("office.title"), "/office"}, {call.texts()("roster.title"), ""}};
}

// ---- What a form brings along.

std::vector<http::Parameter> carried_fields(const std::string& carried, const std::string& edition) {
  std::vector<http::Parameter> fields = {{"edition", edition}};
  for (std::size_t from = 0; from < carried.size(); from += piece_bytes)
    fields.push_back({"file", carried.substr(from, piece_bytes)});
  return fields;
}

std::string carried_in(const Call& call) {
  std::string carried;
  for (const auto& field : call.form.fields)
    if (field.name == "file") carried += field.value;
  return carried;
}

std::string edition_in(const Call& call) {
  return std::string(call.form.fields.value("edition"));
}

std::string field_of_column(std::size_t column) {
  return "column" + std::to_string(column);
}

// The file of a form, understood as far as it goes.
struct Brought {
  std::string carried;
  base::Table table;
  app::ColumnMeanings meanings;
  std::shared_ptr<const app::ShelvedEdition> edition;
};

base::Result<Brought> brought_by(const Call& call) {
  Brought brought{carried_in(call), {}, {}, nullptr};
  const auto upload = app::brought_back(call.installation(), call.actor->person.id, brought.carried);
  if (!upload) return upload.problems();
  auto table = app::table_of(*upload);
  if (!table) return std::move(table).problems();
  brought.table = std::move(*table);
  const auto edition = call.installation().editions.edition(edition_in(call));
  if (!edition) return edition.problems();
  brought.edition = *edition;
  for (std::size_t i = 0; i < brought.table.columns.size(); ++i)
    brought.meanings.emplace_back(call.form.fields.value(field_of_column(i)));
  return brought;
}

// ---- Choosing a file.

View edition_field(const Call& call, const app::Content* content) {
  std::vector<Box> boxes;
  const std::string chosen = edition_in(call);
  for (const std::string& id : content != nullptr ? app::edition_ids(*content) : std::vector<std::string>()) {
    const auto shelved = call.installation().editions.edition(id);
    if (shelved) boxes.push_back({id, (*shelved)->edition.title, "", chosen.empty() || chosen == id});
  }
  return select_field({"edition", call.texts()("office.edition"), "", call.texts()("roster.edition_hint")},
                      boxes);
}

View roster_field(const Call& call) {
  View view;
  view.set("is_file", true).set("id", "roster").set("name", "roster").set("optional", false);
  view.set("label", call.texts()("roster.file")).set("hint", call.texts()("roster.file_hint"));
  view.set("error", "").set("accept", ".csv,.xlsx");
  return view;
}

base::Result<Reply> upload_page(const Call& call, const app::Content* content,
                                const base::Problems& problems) {
  const auto& texts = call.texts();
  Page page{"page_roster_file", {}, texts("roster.title"), crumbs_of(call)};
  set_head(page.view, {texts("roster.title"),
                       texts("roster.lead"),
                       texts("office.title"),
                       {{texts("roster.as_file"), std::string(roster_path) + ".csv", false}}});
  std::vector<FormError> errors;
  for (const FormError& error : roster_errors(call, problems)) errors.push_back({error.text, "roster"});
  set_errors(page.view, errors);
  set_fields(page.view, {roster_field(call), edition_field(call, content)});
  page.view.set("action", std::string(roster_path) + "/columns").set("cancel_href", "/office");
  page.status = problems.empty() ? 200 : 422;
  return Reply(std::move(page));
}

// ---- Naming its columns.

std::string samples_of(const Call& call, const base::Table& table, std::size_t column) {
  std::string samples;
  int found = 0;
  for (const base::TableRow& row : table.rows) {
    const std::string& cell = row.cells[column];
    if (cell.empty() || cell.size() > 60 || samples.find(cell) != std::string::npos) continue;
    samples += (found == 0 ? "" : ", ") + cell;
    if (++found == 3) break;
  }
  return found == 0 ? call.texts()("roster.empty_column")
                    : call.texts()("roster.samples", {{"samples", samples}});
}

View column_field(const Call& call, const Brought& brought, std::size_t column) {
  std::vector<Box> boxes = {{"", call.texts()("roster.leave_out"), "", brought.meanings[column].empty()}};
  for (const std::string_view name : app::roster_columns())
    boxes.push_back({std::string(name), call.texts()("roster.column." + std::string(name)), "",
                     brought.meanings[column] == name});
  return select_field({.name = field_of_column(column),
                       .label = brought.table.columns[column],
                       .hint = samples_of(call, brought.table, column)},
                      boxes);
}

base::Result<Reply> columns_page(const Call& call, const Brought& brought, const base::Problems& problems) {
  const auto& texts = call.texts();
  FormPage form{{texts("roster.columns_title"),
                 texts("roster.columns_lead",
                       {{"file", brought.table.source}, {"rows", std::to_string(brought.table.rows.size())}}),
                 texts("roster.title")},
                std::string(roster_path) + "/check",
                texts("roster.look")};
  for (std::size_t i = 0; i < brought.table.columns.size(); ++i)
    form.fields.push_back(column_field(call, brought, i));
  form.hidden = carried_fields(brought.carried, edition_in(call));
  form.errors = roster_errors(call, problems);
  form.status = problems.empty() ? 200 : 422;
  form.cancel_href = roster_path;
  Page page = form_page(std::move(form));
  page.crumbs = crumbs_of(call);
  return Reply(std::move(page));
}

// A new file, or the one of a form that comes back from the last step.
base::Result<Reply> take_file(const Call& call, const app::Content* content) {
  const auto file = std::ranges::find(call.form.files, "roster", &Upload::field);
  if (file == call.form.files.end()) {
    auto brought = brought_by(call);
    if (!brought) return upload_page(call, content, brought.problems());
    return columns_page(call, *brought, {});
  }
  const app::RosterUpload upload{file->file_name, file->bytes};
  auto table = app::table_of(upload);
  if (!table) return upload_page(call, content, table.problems());
  auto carried = app::carried_upload(call.installation(), call.actor->person.id, upload);
  if (!carried) return carried.problems();
  auto meanings = app::guessed_meanings(*table);
  return columns_page(call, {std::move(*carried), std::move(*table), std::move(meanings), nullptr}, {});
}

// ---- Looking at what it would do, and doing it.

base::Result<Reply> plan_page(const Call& call, const Brought& brought, const RosterCheck& check) {
  const auto& texts = call.texts();
  Page page{"page_roster", {}, texts("roster.plan_title")};
  set_head(page.view, {texts("roster.plan_title"),
                       texts("roster.plan_lead", {{"file", brought.table.source}}), texts("roster.title")});
  page.view.set("back_action", std::string(roster_path) + "/columns")
      .set("action", std::string(roster_path) + "/take")
      .set("cancel_href", roster_path);
  auto kept = carried_fields(brought.carried, edition_in(call));
  for (std::size_t i = 0; i < brought.meanings.size(); ++i)
    kept.push_back({field_of_column(i), brought.meanings[i]});
  kept.push_back({"standing", check.plan.standing});
  set_roster_check(call, page.view, brought.table, check, kept);
  page.crumbs = crumbs_of(call);
  page.status = check.moved ? 409 : check.problems.empty() ? 200 : 422;
  return Reply(std::move(page));
}

bool is_of_columns(const base::Problems& problems) {
  return problems.front().code == app::rounds_problem::roster_column.code;
}

base::Result<Reply> looked_at(const Call& call, const app::Content* content, bool moved) {
  const auto brought = brought_by(call);
  if (!brought) return upload_page(call, content, brought.problems());
  const auto schools = app::roster_in(brought->table, brought->meanings, brought->edition->edition);
  if (!schools && is_of_columns(schools.problems())) return columns_page(call, *brought, schools.problems());
  if (!schools) return plan_page(call, *brought, {{}, schools.problems(), moved});
  return plan_page(call, *brought, {app::roster_plan(call.installation(), *schools), {}, moved});
}

base::Result<Reply> take_roster(const Call& call, const app::Content* content) {
  const auto brought = brought_by(call);
  if (!brought) return upload_page(call, content, brought.problems());
  const auto schools = app::roster_in(brought->table, brought->meanings, brought->edition->edition);
  if (!schools) return looked_at(call, content, false);
  const auto taken =
      app::import_as_planned(call.installation(), *schools, std::string(call.form.fields.value("standing")),
                             call.actor->name_in_log());
  if (taken)
    return Reply(Redirect{roster_path, taken->added + taken->changed == 0 ? "roster_same" : "roster_taken"});
  const bool moved = taken.problems().front().code == app::rounds_problem::roster_moved.code;
  if (moved) return looked_at(call, content, true);
  return plan_page(call, *brought, {{}, taken.problems(), false});
}

base::Result<Reply> roster_as_file(const Call& call) {
  return Reply(
      Raw{http::attachment(app::roster_csv(app::roster_of(call.installation())), "text/csv", "roster.csv")});
}

Endpoint large_post(const std::string& below, const std::string& name, Act act) {
  Endpoint endpoint = post(roster_path + below, name, for_office(Right::import_roster), std::move(act));
  endpoint.body_limit = most_form_bytes;
  return endpoint;
}

}  // namespace

std::vector<Endpoint> office_roster_endpoints(const RouteParts& parts) {
  const Access import = for_office(Right::import_roster);
  const app::Content* content = parts.content;
  return {get(roster_path, "roster", import,
              [content](const Call& call) { return upload_page(call, content, {}); }),
          get(std::string(roster_path) + ".csv", "roster_file", import, roster_as_file),
          large_post("/columns", "roster_columns",
                     [content](const Call& call) { return take_file(call, content); }),
          large_post("/check", "check_roster",
                     [content](const Call& call) { return looked_at(call, content, false); }),
          large_post("/take", "import_roster",
                     [content](const Call& call) { return take_roster(call, content); })};
}

}  // namespace smm::web
