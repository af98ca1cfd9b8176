// SPDX-License-Identifier: Apache-2.0
// The cells of one record, by column: views into the text that was read, without quotes.
#pragma once

#include <cstdint>
#include <string_view>

namespace smm::outcomes::registry {

// A column that the header does not have; its cell is empty in every record.
inline constexpr std::uint32_t no_column = 0xffffffff;

class Cells {
 public:
  // `ends`: where each cell ends, at the comma or line end behind it.
  Cells(const char* text, const std::uint32_t* ends) : text_(text), ends_(ends) {}

  std::string_view at(std::uint32_t column) const {
    if (column == no_column) return {};
    std::uint32_t begin = column == 0 ? 0 : ends_[column - 1] + 1;
    std::uint32_t end = ends_[column];
    if (end > begin + 1 && text_[begin] == '"') {
      ++begin;
      --end;
    }
    return {text_ + begin, end - begin};
  }

 private:
  const char* text_;
  const std::uint32_t* ends_;
};

}  // namespace smm::outcomes::registry
