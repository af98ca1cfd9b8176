// SPDX-License-Identifier: Apache-2.0
// A school's copy as bytes.
#pragma once

#include "app/answering/school_copy.hpp"

namespace smm::app {

// A cell that a spreadsheet program would take for a formula, behind an apostrophe.
std::string without_formula(const std::string& cell);

std::string table_as_csv(const CopyTable& table);
std::string copy_as_json(const SchoolCopy& copy);

// One sheet for each table. A cell that is longer than a workbook takes is cut at 32,000 bytes.
std::string copy_as_workbook(const SchoolCopy& copy);

}  // namespace smm::app
