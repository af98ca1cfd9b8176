// SPDX-License-Identifier: Apache-2.0
#include "app/paper/worksheet_file.hpp"

#include "app/problems.hpp"
#include "report/worksheet_html.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::app {

std::string_view to_string(WorksheetForm form) {
  constexpr std::array<std::string_view, 3> names = {"html", "pdf", "xlsx"};
  return names[static_cast<std::size_t>(form)];
}

std::string_view media_type_of(WorksheetForm form) {
  constexpr std::array<std::string_view, 3> types = {
      "text/html; charset=utf-8", "application/pdf",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
  return types[static_cast<std::size_t>(form)];
}

std::optional<WorksheetName> worksheet_name(std::string_view file) {
  const std::size_t point = file.rfind('.');
  if (point == std::string_view::npos || point == 0) return std::nullopt;
  for (const WorksheetForm form : worksheet_forms)
    if (to_string(form) == file.substr(point + 1))
      return WorksheetName{std::string(file.substr(0, point)), form};
  return std::nullopt;
}

base::Result<std::string> worksheet_bytes(const report::Worksheet& sheet, WorksheetForm form,
                                          const Pages& pages, PdfPrinter* printer) {
  if (form == WorksheetForm::xlsx) return report::worksheet_xlsx(sheet, pages.texts);
  std::string page = report::worksheet_html(sheet, pages.templates, pages.texts);
  if (form == WorksheetForm::html) return page;
  if (printer == nullptr)
    return base::Problem(problem::no_printer, "A PDF needs Chromium, which is not set up here");
  return printer->print(page);
}

}  // namespace smm::app
