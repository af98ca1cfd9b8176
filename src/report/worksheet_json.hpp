// SPDX-License-Identifier: Apache-2.0
// The worksheet as JSON, for programs that build their own forms. docs/reference/worksheet-json.md says what
// each field means; "format" rises when one changes its meaning. The same worksheet gives the same bytes.
#pragma once

#include <string>

#include "report/worksheet.hpp"

namespace smm::report {

inline constexpr int worksheet_json_format = 1;

std::string worksheet_json(const Worksheet& sheet);

}  // namespace smm::report
