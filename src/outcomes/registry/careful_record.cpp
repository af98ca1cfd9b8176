// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/careful_record.hpp"

#include <algorithm>

namespace smm::outcomes::registry {
namespace {

// Bytes of the line end that `text` has at `at`: 0, 1 (LF, or CR at the end of the text) or 2.
std::size_t line_end_bytes(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return 1;
  if (text[at] != '\r') return 0;
  return at + 1 == text.size() ? 1 : text[at + 1] == '\n' ? 2 : 0;
}

bool cell_ends(std::string_view text, std::size_t at) {
  return at == text.size() || text[at] == ',' || line_end_bytes(text, at) > 0;
}

}  // namespace

std::string_view name_of(RejectReason reason) {
  constexpr std::string_view names[] = {"broken_quotes", "cell_count",      "line_too_long",
                                        "bad_npi",       "bad_entity_type", "duplicate_npi"};
  return names[static_cast<std::size_t>(reason)];
}

void CarefulRecord::refuse(std::string_view text, RejectReason reason) {
  good_ = false;
  reason_ = reason;
  const std::size_t line_feed = std::min(text.find('\n'), text.size());
  consumed_ = std::min(line_feed + 1, text.size());
  first_line_ =
      line_feed > 0 && line_feed < text.size() && text[line_feed - 1] == '\r' ? line_feed - 1 : line_feed;
  lines_ = 1;
}

// From behind the opening quote to behind the closing one.
bool CarefulRecord::read_quoted(std::string_view text, std::size_t& at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\n') ++lines_;
    if (text[at] == '"') {
      ++at;
      if (at == text.size() || text[at] != '"') return cell_ends(text, at);
    }
    cells_ += text[at];
  }
  return false;
}

bool CarefulRecord::read_cell(std::string_view text, std::size_t& at) {
  if (at < text.size() && text[at] == '"') return read_quoted(text, ++at);
  for (; !cell_ends(text, at); ++at) {
    if (text[at] == '"') return false;
    cells_ += text[at];
  }
  return true;
}

void CarefulRecord::read(std::string_view text) {
  cells_.clear();
  ends_.clear();
  lines_ = 1;
  const std::string_view within = text.substr(0, longest_record);
  for (std::size_t at = 0;; ++at) {
    cells_ += '"';
    const bool whole = read_cell(within, at);
    cells_ += '"';
    ends_.push_back(static_cast<std::uint32_t>(cells_.size()));
    cells_ += ',';
    // A cell that only the limit ends is not known to end.
    if (at + 1 >= within.size() && within.size() < text.size())
      return refuse(text, RejectReason::line_too_long);
    if (!whole) return refuse(text, RejectReason::broken_quotes);
    if (at < within.size() && within[at] == ',') continue;
    if (columns_ != 0 && ends_.size() != columns_) return refuse(text, RejectReason::cell_count);
    good_ = true;
    first_line_ = at;
    consumed_ = at == text.size() ? at : at + line_end_bytes(text, at);
    return;
  }
}

}  // namespace smm::outcomes::registry
