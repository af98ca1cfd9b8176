// SPDX-License-Identifier: Apache-2.0
// Plain text for a place in a Markdown document: everything that Markdown or HTML would read is escaped, line
// ends become spaces. Good in paragraphs, list entries, headings and table cells.
#pragma once

#include <string>
#include <string_view>

namespace smm::report {

std::string markdown_text(std::string_view text);

}  // namespace smm::report
