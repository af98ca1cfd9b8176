// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/report_file.hpp"

#include "app/problems.hpp"
#include "report/report_html.hpp"
#include "report/report_json.hpp"
#include "report/report_xlsx.hpp"

namespace smm::app {
namespace {

constexpr ReportFormFacts all_facts[] = {
    {"html", ".html", "text/html; charset=utf-8"},
    {"pdf", ".pdf", "application/pdf"},
    {"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"json", ".json", "application/json; charset=utf-8"},
    {"summary", "-summary.html", "text/html; charset=utf-8"},
    {"text", "-to-share.txt", "text/plain; charset=utf-8"},
};

}  // namespace

const ReportFormFacts& facts_of(ReportForm form) {
  return all_facts[static_cast<std::size_t>(form)];
}

std::optional<ReportForm> report_form(std::string_view name) {
  for (const ReportForm form : report_forms)
    if (facts_of(form).name == name) return form;
  return std::nullopt;
}

base::Result<std::string> report_bytes(const report::SchoolReport& report, ReportForm form,
                                       const Pages& pages, PdfPrinter* printer) {
  switch (form) {
    case ReportForm::html:
      return report::report_html(report, pages.templates, pages.texts);
    case ReportForm::xlsx:
      return report::report_xlsx(report, pages.texts);
    case ReportForm::json:
      return report::report_json(report);
    case ReportForm::summary:
      return report::summary_html(report, pages.templates, pages.texts);
    case ReportForm::text:
      return report::short_text(report, pages.texts);
    case ReportForm::pdf:
      break;
  }
  if (printer == nullptr)
    return base::Problem(problem::no_printer, "A PDF needs Chromium, which is not set up here");
  return printer->print(report::report_html(report, pages.templates, pages.texts));
}

std::string report_file_name(const report::SchoolReport& report, ReportForm form) {
  return report.school.code + "-" + report.round.code + std::string(facts_of(form).ending);
}

}  // namespace smm::app
