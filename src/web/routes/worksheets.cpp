// SPDX-License-Identifier: Apache-2.0
// A school takes its questions along: blank for whoever sees them, filled for whoever works on them. And the
// blank worksheets of an edition's programs, for anybody.
#include "app/installation/problems.hpp"
#include "app/paper/returned_workbook.hpp"
#include "crypto/base64.hpp"
#include "crypto/hash.hpp"
#include "web/http/attachment.hpp"
#include "web/routes/endpoints.hpp"
#include "web/routes/shown_sheet.hpp"
#include "web/routes/worksheet_pages.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {
namespace {

using app::WorksheetForm;
using assessment::Right;
using render::View;

constexpr std::uint64_t form_around_a_workbook = std::uint64_t{64} * 1024;

base::Problem no_worksheet() {
  return {app::installation_problem::not_there, "There is no such worksheet, or it is not for you"};
}

// ---- The page.

View::List blank_links(const Call& call, const std::string& of, bool prints_pdf) {
  View::List links;
  for (const WorksheetForm form : app::worksheet_forms) {
    if (form == WorksheetForm::pdf && !prints_pdf) continue;
    const std::string name(to_string(form));
    links.push_back(View()
                        .set("label", call.texts()("worksheets.form." + name))
                        .set("href", worksheets_path(call, "/blank/" + of + "." + name)));
  }
  return links;
}

View::List filled_buttons(const Call& call, const std::string& of, bool prints_pdf) {
  View::List buttons;
  if (!app::may_take_filled(call.standing, of)) return buttons;
  for (const WorksheetForm form : app::worksheet_forms) {
    if (form == WorksheetForm::pdf && !prints_pdf) continue;
    const std::string name(to_string(form));
    buttons.push_back(View()
                          .set("label", call.texts()("worksheets.filled_form." + name))
                          .set("action", worksheets_path(call, "/filled/" + of + "." + name)));
  }
  return buttons;
}

View worksheet_view(const Call& call, const std::string& of, const std::string& title, std::size_t questions,
                    bool prints_pdf) {
  View::List filled = filled_buttons(call, of, prints_pdf);
  View view;
  view.set("title", title);
  view.set("text", call.texts().counted("worksheet.questions", static_cast<long>(questions)));
  view.set("blank", blank_links(call, of, prints_pdf));
  return view.set("has_filled", !filled.empty()).set("filled", std::move(filled));
}

View::List worksheet_views(const Call& call, const app::SheetReading& reading, bool prints_pdf) {
  const std::string whole(app::whole_sheet);
  const auto places = [&](const std::string& of) {
    return app::worksheet_places(hand_of(call), reading, of).size();
  };
  View::List views;
  for (const auto& packet : call.where->plan->packets) {
    const std::string label = call.where->edition->edition.office(packet.office).label;
    if (const std::size_t count = places(packet.office); count > 0)
      views.push_back(worksheet_view(call, packet.office, label, count, prints_pdf));
  }
  if (views.size() > 1)
    views.push_back(worksheet_view(call, whole, call.texts()("worksheets.whole"), places(whole), prints_pdf));
  return views;
}

bool may_return(const Call& call) {
  return assessment::allows(call.standing, Right::write_all_answers) ||
         assessment::allows(call.standing, Right::write_own_answers);
}

View::List waiting_views(const Call& call) {
  if (!may_return(call)) return {};
  const auto all = app::waiting_workbooks(call.installation(), hand_of(call));
  if (!all) return {};
  return render::views(*all, [&](const auto& waiting) {
    const std::string when = full_time(call, waiting.at);
    return View()
        .set("label", call.texts()(waiting.paper ? "worksheets.keyed_since" : "worksheets.waiting_since",
                                   {{"when", when}}))
        .set("href", worksheets_path(call, "/returned/" + waiting.id.text()));
  });
}

// ---- Files.

base::Result<Reply> take_file(const Call& call, app::PdfPrinter* printer, bool filled) {
  const auto wanted = app::worksheet_name(call.request.captures.text("file"));
  if (!wanted) return no_worksheet();
  auto taken =
      app::take_worksheet(call.installation(), call.site.pages, printer, hand_of(call), *wanted, filled);
  if (!taken) return std::move(taken).problems();
  return worksheet_reply(wanted->form, std::move(taken->bytes), taken->file_name);
}

// The response's policy allows the page's own style by its hash.
std::string policy_for(const std::string& page) {
  const std::size_t begin = page.find("<style>"), end = page.find("</style>");
  const std::string style = page.substr(begin + 7, end - begin - 7);
  return "default-src 'none'; style-src 'sha256-" + crypto::base64(crypto::sha256_bytes(style)) +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

// ---- For anybody.

base::Result<Reply> public_worksheet(const Call& call) {
  const auto shelved = call.installation().editions.edition(call.request.captures.text("edition"));
  const auto wanted = app::worksheet_name(call.request.captures.text("file"));
  if (!shelved || !wanted || wanted->form == WorksheetForm::pdf) return no_worksheet();
  const instrument::Edition& edition = (*shelved)->edition;
  const auto programme = edition.programme(wanted->of);
  if (!programme) return no_worksheet();
  const report::Worksheet sheet =
      report::make_worksheet(edition, instrument::questionnaire_for(edition, *programme), call.texts());
  auto bytes = app::worksheet_bytes(sheet, wanted->form, call.site.pages, nullptr);
  if (!bytes) return std::move(bytes).problems();
  return worksheet_reply(wanted->form, std::move(*bytes),
                         edition.id + "-" + wanted->of + "." + std::string(to_string(wanted->form)));
}

// ---- Bringing one back.

base::Result<Reply> take_workbook(const Call& call, bool prints_pdf) {
  const std::string bytes = call.form.files.empty() ? std::string() : call.form.files.front().bytes;
  const auto received = app::receive_workbook(call.installation(), call.texts(), hand_of(call), bytes);
  if (received) return Reply(Redirect{worksheets_path(call, "/returned/" + received->text())});
  // About the file: said beside the field. What keeps anybody from saving is answered as everywhere.
  if (received.problems().front().place.source != "file") return received.problems();
  return worksheets_page(call, prints_pdf, received.problems());
}

}  // namespace

base::Result<Reply> worksheets_page(const Call& call, bool prints_pdf, const base::Problems& problems) {
  const auto reading = app::read_sheet(call.installation(), hand_of(call), call.now);
  if (!reading) return reading.problems();
  const auto& texts = call.texts();
  const std::string title = texts("worksheets.title");
  Page page{"page_worksheets", {}, title, {{call.where->round.title, call.where->path()}, {title, ""}}};
  page.status = problems.empty() ? 200 : 422;
  constexpr std::size_t most_told = 20;
  std::vector<FormError> errors;
  for (const auto& problem : problems)
    if (errors.size() < most_told) errors.push_back({problem.sentence, "file"});
  set_head(page.view, {title, texts("worksheets.lead"), call.where->school.name});
  set_errors(page.view, errors);
  View::List worksheets = worksheet_views(call, *reading, prints_pdf);
  View::List waiting = waiting_views(call);
  page.view.set("warning", may_return(call) ? texts("worksheets.warning") : std::string());
  page.view.set("packets", std::move(worksheets)).set("may_return", may_return(call));
  page.view.set("action", worksheets_path(call, "/return")).set("file_hint", texts("worksheets.file_hint"));
  page.view.set("has_waiting", !waiting.empty()).set("waiting", std::move(waiting));
  return Reply(std::move(page));
}

Reply worksheet_reply(WorksheetForm form, std::string bytes, const std::string& file_name) {
  if (form != WorksheetForm::html)
    return Reply(Raw{http::attachment(std::move(bytes), std::string(media_type_of(form)), file_name)});
  const std::string policy = policy_for(bytes);
  http::Response response = http::html_response(200, std::move(bytes));
  response.headers.set("Content-Security-Policy", policy);
  return Reply(Raw{std::move(response)});
}

std::vector<Endpoint> worksheet_endpoints(const RouteParts& parts) {
  app::PdfPrinter* const printer = parts.printer;
  const bool prints = printer != nullptr;
  const Access readers = for_school({Right::read_all_answers, Right::read_own_answers});
  const Access workers = for_school({Right::download, Right::write_own_answers});
  const Access writers = for_school({Right::write_all_answers, Right::write_own_answers});
  const std::string path = worksheets_pattern;
  Endpoint upload = post(path + "/return", "return_worksheet", writers,
                         [prints](const Call& call) { return take_workbook(call, prints); });
  upload.body_limit = app::most_worksheet_bytes + form_around_a_workbook;
  return {
      get(path, "worksheets", readers, [prints](const Call& call) { return worksheets_page(call, prints); }),
      get(path + "/blank/{file:word}", "blank_worksheet", readers,
          [printer](const Call& call) { return take_file(call, printer, false); }),
      post(path + "/filled/{file:word}", "filled_worksheet", workers,
           [printer](const Call& call) { return take_file(call, printer, true); }),
      upload,
      get("/questions/{edition:word}/worksheets/{file:word}", "public_worksheet", for_anyone(),
          public_worksheet)};
}

}  // namespace smm::web
