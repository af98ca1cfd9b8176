// SPDX-License-Identifier: Apache-2.0
// A feedback report as the view of its templates: "report" (a page that stands alone), "report_body" (within
// a page of the service), "report_summary" (one page for slides).
#pragma once

#include <string>

#include "render/view.hpp"
#include "report/school_report.hpp"

namespace smm::report {

// What a page of the service adds.
struct ReportLinks {
  std::string goal = {};  // where a move is sent to become a goal; empty: none does
  std::string plan = {};  // the action plan; empty: not linked
};

render::View report_view(const SchoolReport& report, const render::Texts& texts,
                         const ReportLinks& links = {});

}  // namespace smm::report
