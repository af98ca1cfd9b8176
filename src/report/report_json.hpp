// SPDX-License-Identifier: Apache-2.0
// The feedback report as JSON, by schema/report.schema.json. Numbers have four decimals, as in score files;
// each block of numbers names the rule it is made by (a page of docs/methods), and the head of the file the
// edition, recipe, weights and release behind all of them. The same report gives the same bytes.
#pragma once

#include <string>

#include "report/school_report.hpp"

namespace smm::report {

inline constexpr int report_json_format = 1;

std::string report_json(const SchoolReport& report);

}  // namespace smm::report
