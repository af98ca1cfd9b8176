// SPDX-License-Identifier: Apache-2.0
// The feedback report as one self-contained HTML page: the accessible original that the PDF is printed from.
// No scripts, nothing is loaded from elsewhere; good in print, in gray, in the dark and on a phone. And its
// summary: one page for slides. Needs the templates "report", "report_body", "report_summary" and their
// stylesheets.
#pragma once

#include <string>

#include "render/html.hpp"
#include "report/school_report.hpp"

namespace smm::report {

std::string report_html(const SchoolReport& report, const render::Templates& templates,
                        const render::Texts& texts);

std::string summary_html(const SchoolReport& report, const render::Templates& templates,
                         const render::Texts& texts);

// A few sentences that the dean may share: what was done, never a score.
std::string short_text(const SchoolReport& report, const render::Texts& texts);

}  // namespace smm::report
