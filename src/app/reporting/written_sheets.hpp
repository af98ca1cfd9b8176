// SPDX-License-Identifier: Apache-2.0
// Attested answers as a report takes them: by program, in the order of its questionnaire.
#pragma once

#include <vector>

#include "app/installation/open_sheet.hpp"
#include "report/own_sheet.hpp"

namespace smm::app {

std::vector<report::OwnSheet> own_sheets(const OpenSheet& sheet,
                                         const std::vector<assessment::SheetAnswer>& answers);

}  // namespace smm::app
