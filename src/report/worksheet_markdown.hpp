// SPDX-License-Identifier: Apache-2.0
// The worksheet as Markdown (CommonMark with tables), for those who keep their answers in a text file or read
// with a tool of their own. Long texts stand on one line; text of the edition is escaped, so that a star in
// a question stays a star.
#pragma once

#include <string>

#include "report/worksheet.hpp"

namespace smm::report {

std::string worksheet_markdown(const Worksheet& sheet, const render::Texts& texts);

}  // namespace smm::report
