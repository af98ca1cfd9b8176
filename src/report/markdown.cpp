// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.hpp"

#include <cctype>

namespace smm::report {
namespace {

// "2." or "-" or "+" at its beginning would make a list of a paragraph.
bool begins_a_list(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && std::isdigit(static_cast<unsigned char>(text[digits])) != 0) ++digits;
  if (digits > 0) return digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  return !text.empty() && (text[0] == '-' || text[0] == '+');
}

}  // namespace

std::string markdown_text(std::string_view text) {
  constexpr std::string_view active = "\\`*_[]<>#|~&$";
  std::string out;
  if (begins_a_list(text)) {
    const std::size_t mark = text.find_first_not_of("0123456789");
    out.append(text, 0, mark).append("\\");
    text.remove_prefix(mark);
  }
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
      continue;
    }
    if (active.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace smm::report
