// SPDX-License-Identifier: Apache-2.0
// A worksheet as the bytes of one file: to print (HTML, PDF), or to fill in (workbook).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/pages.hpp"
#include "app/pdf_printer.hpp"
#include "report/worksheet.hpp"

namespace smm::app {

enum class WorksheetForm : std::uint8_t { html, pdf, xlsx };

inline constexpr std::array worksheet_forms = {WorksheetForm::html, WorksheetForm::pdf, WorksheetForm::xlsx};

// "html"
std::string_view to_string(WorksheetForm form);
std::string_view media_type_of(WorksheetForm form);

// Of which worksheet, in which form: "financial-aid.pdf".
struct WorksheetName {
  std::string of;
  WorksheetForm form = WorksheetForm::html;
};
std::optional<WorksheetName> worksheet_name(std::string_view file);

// Problems: those of the printer, and no_printer where there is none and a PDF is wanted.
base::Result<std::string> worksheet_bytes(const report::Worksheet& sheet, WorksheetForm form,
                                          const Pages& pages, PdfPrinter* printer);

}  // namespace smm::app
