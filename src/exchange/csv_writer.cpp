// SPDX-License-Identifier: Apache-2.0
#include "exchange/csv.hpp"

namespace smm::exchange {

CsvWriter& CsvWriter::cell(std::string_view text) {
  if (cells_++ > 0) out_ += ',';
  if (!text.empty()) only_empty_ = false;
  // A byte order mark at the start of a file would be taken off again, so a cell that begins with one is
  // quoted.
  const bool plain =
      text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with("\xEF\xBB\xBF");
  if (plain) {
    out_ += text;
    return *this;
  }
  out_ += '"';
  for (const char character : text) {
    if (character == '"') out_ += '"';
    out_ += character;
  }
  out_ += '"';
  return *this;
}

void CsvWriter::end_row() {
  if (cells_ == 1 && only_empty_) out_ += "\"\"";
  out_ += '\n';
  cells_ = 0;
  only_empty_ = true;
}

void CsvWriter::row(std::span<const std::string_view> cells) {
  for (const std::string_view text : cells) cell(text);
  end_row();
}

void CsvWriter::row(std::initializer_list<std::string_view> cells) {
  row(std::span<const std::string_view>(cells.begin(), cells.size()));
}

}  // namespace smm::exchange
