// SPDX-License-Identifier: Apache-2.0
// The worksheet as one self-contained HTML page: made to be printed (A4 and Letter, a packet begins on a new
// page, no question is torn in two, heads name the packet), to be read on a screen or a phone, and to be read
// aloud. No scripts, nothing is loaded from elsewhere. Needs the template "worksheet" and its stylesheets.
#pragma once

#include <string>

#include "render/html.hpp"
#include "report/worksheet.hpp"

namespace smm::report {

std::string worksheet_html(const Worksheet& sheet, const render::Templates& templates,
                           const render::Texts& texts);

}  // namespace smm::report
