// SPDX-License-Identifier: Apache-2.0
// A feedback report as the bytes of one file.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/pages.hpp"
#include "app/pdf_printer.hpp"
#include "report/school_report.hpp"

namespace smm::app {

enum class ReportForm : std::uint8_t { html, pdf, xlsx, json, summary, text };

inline constexpr std::array report_forms = {ReportForm::html, ReportForm::pdf,     ReportForm::xlsx,
                                            ReportForm::json, ReportForm::summary, ReportForm::text};

struct ReportFormFacts {
  std::string_view name;    // "html"
  std::string_view ending;  // of a file's name, such as "-summary.html"
  std::string_view media_type;
};
const ReportFormFacts& facts_of(ReportForm form);
std::optional<ReportForm> report_form(std::string_view name);

// Problems: those of the printer, and no_printer where there is none and a PDF is wanted.
base::Result<std::string> report_bytes(const report::SchoolReport& report, ReportForm form,
                                       const Pages& pages, PdfPrinter* printer);

// "river-md-2026.html"
std::string report_file_name(const report::SchoolReport& report, ReportForm form);

}  // namespace smm::app
