// SPDX-License-Identifier: Apache-2.0
// The feedback report as a workbook: one sheet for each table, each with a row of header cells that stays in
// view. Numbers are numbers, with all their decimals.
#pragma once

#include <string>

#include "report/school_report.hpp"

namespace smm::report {

std::string report_xlsx(const SchoolReport& report, const render::Texts& texts);

}  // namespace smm::report
