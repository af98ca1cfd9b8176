// SPDX-License-Identifier: Apache-2.0
// What the documentation tests read: text files of the tree, found from its root, where tests run.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smm::documentation {

// The whole file; an empty string when there is none, which no document under test may be.
std::string text_of(const std::string& path);

// Paths below `folder` (or of the root itself when it is ".", build/ left out) that end in `ending`, sorted.
std::vector<std::string> files_below(const std::string& folder, std::string_view ending);

// What the first group of `pattern` (ECMAScript) catches, at every place where it matches; ^ is a line's
// start.
std::set<std::string> all_matches(const std::string& text, const std::string& pattern);

// What a program prints on standard output.
std::string output_of(const std::string& command_line);

// `text` with its fenced code blocks left out, so that examples are not read as prose.
std::string without_code_blocks(const std::string& text);

// The first line in which two texts differ, as both have it; empty when they are the same.
std::string first_difference(const std::string& found, const std::string& wanted);

}  // namespace smm::documentation
