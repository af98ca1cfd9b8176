// SPDX-License-Identifier: Apache-2.0
// What the tests of this room start from: editions, texts and templates as they stand in the tree.
#pragma once

#include <string>

#include "instrument/edition.hpp"
#include "render/html.hpp"
#include "report/worksheet.hpp"

namespace smm::report {

std::string file_text(const std::string& path);

// The edition in a folder of the tree, such as "tests/editions/small"; throws when it has problems.
instrument::Edition edition_in(const std::string& folder);

render::Texts interface_texts();
render::Templates page_templates();

// tests/editions/small as its program `programme` sees it.
Worksheet small_worksheet(const std::string& programme);

// Does `text` equal the golden file tests/golden/`path`? A golden HTML or Markdown file opens with a line
// that says where it comes from. With SMM_APPROVE=1 the file is written first. On a difference the first line
// that differs is printed.
bool matches_golden(const std::string& path, const std::string& text);

}  // namespace smm::report
