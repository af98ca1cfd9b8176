// SPDX-License-Identifier: Apache-2.0
// Whom the dean lets read the report, beside the dean.
#include "app/reporting/report_readers.hpp"

#include "app/installation/problems.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/report_paths.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using assessment::Right;
using render::View;

std::string readers_path(const Call& call) {
  return report_path(call, "/readers");
}

View reader_view(const Call& call, const app::ReportReader& reader) {
  View view;
  view.set("name", reader.name.empty() ? reader.email : reader.name).set("email", reader.email);
  view.set("since", call.texts()("readers.since", {{"when", full_time(call, reader.since)}}));
  return view.set("end_action", readers_path(call) + "/" + reader.person.text() + "/end");
}

Page readers_page(const Call& call, const std::string& error) {
  const auto& texts = call.texts();
  const auto readers = app::report_readers(call.installation(), call.where->key());
  const std::string title = texts("readers.title");
  Page page{"page_readers",
            {},
            title,
            {school_crumb(call), {texts("report.title"), report_path(call)}, {title, ""}},
            error.empty() ? 200 : 422};
  set_head(page.view, {title, texts("readers.lead"), call.where->school.name});
  set_errors(page.view, error.empty() ? std::vector<FormError>{} : std::vector<FormError>{{error, "email"}});
  page.view.set("has_readers", !readers.empty());
  page.view.set("readers", render::views(readers, [&](const auto& each) { return reader_view(call, each); }));
  page.view.set("nothing", empty_view(texts("readers.nothing"), texts("readers.nothing_text")));
  page.view.set("action", readers_path(call));
  const auto value = [&](const char* name) { return std::string(call.form.fields.value(name)); };
  set_fields(page.view, {line_field({"name", texts("people.name"), value("name")}),
                         line_field({"email", texts("people.email"), value("email"), "", error, "email"})});
  return page;
}

base::Result<Reply> show_readers(const Call& call) {
  return Reply(readers_page(call, ""));
}

base::Result<Reply> take_reader(const Call& call) {
  const app::Mailbox who{std::string(call.form.fields.value("name")),
                         std::string(call.form.fields.value("email"))};
  const auto named = app::name_reader(call.installation(), call.site.pages, hand_of(call), who);
  if (!named) return Reply(readers_page(call, named.problems().front().sentence));
  return Reply(Redirect{readers_path(call), "reader_named"});
}

base::Result<Reply> take_reader_end(const Call& call) {
  const auto person = assessment::PersonId::parse(call.request.captures.text("person"));
  if (!person) return base::Problem(app::installation_problem::not_there, "There is no such reader");
  const auto ended = app::take_back_reader(call.installation(), hand_of(call), *person);
  if (!ended) return ended.problems();
  return Reply(Redirect{readers_path(call), "reader_ended"});
}

}  // namespace

std::vector<Endpoint> reader_endpoints() {
  const std::string path = "/rounds/{round}/schools/{school}/report/readers";
  const Access dean = for_school(Right::name_readers);
  return {get(path, "report_readers", dean, show_readers), post(path, "name_reader", dean, take_reader),
          post(path + "/{person:id}/end", "take_back_reader", dean, take_reader_end)};
}

}  // namespace smm::web
