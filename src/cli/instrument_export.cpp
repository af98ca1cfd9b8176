// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "app/pages.hpp"
#include "app/problems.hpp"
#include "cli/command.hpp"
#include "cli/edition_overview.hpp"
#include "instrument/questionnaire.hpp"
#include "report/question_list.hpp"
#include "report/worksheet.hpp"
#include "report/worksheet_html.hpp"
#include "report/worksheet_json.hpp"
#include "report/worksheet_markdown.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::cli {
namespace {

using instrument::Edition;

// The worksheet in the format asked for; nothing for a word that is no format.
std::optional<std::string> worksheet_as(std::string_view format, const report::Worksheet& sheet,
                                        const app::Pages& pages) {
  if (format == "html") return report::worksheet_html(sheet, pages.templates, pages.texts);
  if (format == "markdown") return report::worksheet_markdown(sheet, pages.texts);
  if (format == "json") return report::worksheet_json(sheet);
  if (format == "xlsx") return report::worksheet_xlsx(sheet, pages.texts);
  return std::nullopt;
}

int export_pages(const Given& given, const Surroundings& around, const Edition& edition) {
  if (!given.has("--out")) {
    around.err << "smm instrument export: pages are a folder; name it with --out\n";
    return wrong_usage;
  }
  const app::Pages pages = app::load_pages(around.content);
  for (const report::Page& page : report::question_list(edition, pages.templates, pages.texts)) {
    around.files.write(given.text("--out") + "/" + page.path, page.text);
  }
  around.out << "Open " << given.text("--out") << "/index.html\n";
  return done;
}

base::Result<report::Worksheet> chosen_worksheet(const Given& given, const Edition& edition,
                                                 const app::Pages& pages) {
  const auto programme = edition.programme(given.text("--programme"));
  if (!programme) {
    return no_such_programme(edition, given.text("--programme"));
  }
  const auto office = given.value("--packet");
  const auto questionnaire = questionnaire_for(edition, *programme);
  report::Worksheet sheet = report::make_worksheet(
      edition, questionnaire, pages.texts, office ? std::optional<std::string_view>(*office) : std::nullopt);
  if (!sheet.packets.empty()) return sheet;
  std::string known;
  for (const auto& one : edition.offices) known += (known.empty() ? "" : ", ") + one.id;
  return base::Problem(app::problem::office_not_found, "no packet \"" + office.value_or("") +
                                                           "\" for this program in " + edition.id +
                                                           " (offices: " + known + ")");
}

int export_worksheet(const Given& given, const Surroundings& around, const Edition& edition) {
  if (!given.has("--programme")) {
    around.err << "smm instrument export: a worksheet is for one program; name it with --programme\n";
    return wrong_usage;
  }
  const app::Pages pages = app::load_pages(around.content);
  const auto sheet = chosen_worksheet(given, edition, pages);
  if (!sheet) return report_problems(sheet.problems(), around.err);
  const auto bytes = worksheet_as(given.text("--to"), *sheet, pages);
  if (!bytes) {
    around.err << "smm instrument export: --to takes json, markdown, html, xlsx or pages, not \""
               << given.text("--to") << "\"\n";
    return wrong_usage;
  }
  deliver(given, around, *bytes);
  return done;
}

int run_instrument_export(const Given& given, const Surroundings& around) {
  const auto edition = app::open_edition(around.content, around.files, given.text("ID"));
  if (!edition) return report_problems(edition.problems(), around.err);
  return given.text("--to") == "pages" ? export_pages(given, around, *edition)
                                       : export_worksheet(given, around, *edition);
}

}  // namespace

Command instrument_export_command() {
  return {
      "instrument export",
      "Write a program's worksheet to print or fill in, or the public pages of all questions",
      "smm instrument export smm-2026 --programme nursing_adn --to xlsx --out worksheet.xlsx",
      {{"ID", "Edition: an id, or a folder named with a /"}},
      {{"--to", "FORMAT", "json, markdown, html (to print), xlsx (to fill in), or pages (a folder)", true},
       {"--programme", "P", "Program the worksheet is for; needed for all formats but pages"},
       {"--packet", "OFFICE", "Only the packet of this office"},
       {"--out", "PATH", "Write here instead of to standard output; a folder for pages"}},
      run_instrument_export};
}

}  // namespace smm::cli
