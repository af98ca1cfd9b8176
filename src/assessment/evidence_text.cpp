// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "assessment/evidence_forms.hpp"
#include "assessment/problems.hpp"
#include "assessment/utf8_text.hpp"

namespace smm::assessment {
namespace {

// A browser that looks at the first bytes itself would take these for a page or a picture that can run.
constexpr std::array<std::string_view, 12> page_marks = {"<!doctype", "<html",   "<head",   "<body",
                                                         "<script",   "<svg",    "<iframe", "<style",
                                                         "<?xml",     "<object", "<embed",  "<meta"};
constexpr std::size_t looked_at = 4096;
constexpr std::size_t rows_looked_at = 50;

base::Problem refused_text(std::string_view what) {
  return base::Problem(problem::evidence_kind_refused,
                       std::string(what) +
                           "; take PDF, PNG, JPEG, an office document without "
                           "macros, or text or CSV in UTF-8");
}

bool is_page(std::string_view text) {
  std::string start(text.substr(0, looked_at));
  std::ranges::transform(start, start.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return std::ranges::any_of(page_marks,
                             [&](std::string_view mark) { return start.find(mark) != std::string::npos; });
}

bool is_program(std::string_view text) {
  return text.starts_with("#!") || text.starts_with("%!") || text.starts_with("{\\rtf") ||
         text.starts_with("MZ");
}

// Cells of the row that begins at `at`, quotes minded; `at` moves behind the row.
std::size_t cells_of_row(std::string_view text, char border, std::size_t& at) {
  std::size_t cells = 1;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    if (c == border && !quoted) ++cells;
  }
  ++at;
  return cells;
}

bool is_table(std::string_view text, char border) {
  std::size_t at = 0;
  std::size_t rows = 1;
  const std::size_t cells = cells_of_row(text, border, at);
  for (; at < text.size() && rows < rows_looked_at; ++rows) {
    if (cells_of_row(text, border, at) != cells) return false;
  }
  return cells > 1 && rows > 1;
}

}  // namespace

base::Result<EvidenceKind> kind_of_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!is_plain_utf8(bytes)) return refused_text("this kind of file is not taken");
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos)
    return base::Problem(problem::evidence_empty, "the file holds nothing but blanks");
  if (is_page(bytes)) return refused_text("web pages, SVG and XML are not taken");
  if (is_program(bytes)) return refused_text("programs and scripts are not taken");
  for (const char border : {',', ';', '\t'}) {
    if (is_table(bytes, border)) return EvidenceKind::csv;
  }
  return EvidenceKind::text;
}

}  // namespace smm::assessment
