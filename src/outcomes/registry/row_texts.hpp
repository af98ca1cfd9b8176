// SPDX-License-Identifier: Apache-2.0
// The texts of a row, one behind the other: a byte with the length before each. The length 255 stands for
// "as the text before it", for a mailing street that is the practice street. Longer texts are cut.
#pragma once

#include <cstdint>
#include <string_view>

#include "outcomes/registry/dictionary.hpp"

namespace smm::outcomes::registry {

inline constexpr std::size_t longest_row_text = 254;
inline constexpr unsigned char as_before = 255;

class RowTexts {
 public:
  explicit RowTexts(std::string_view bytes) : rest_(bytes) {}

  std::string_view next() { return next_or({}); }

  std::string_view next_or(std::string_view before) {
    if (rest_.empty()) snapshot_is_damaged();
    const auto length = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    if (length == as_before) return before;
    if (length > rest_.size()) snapshot_is_damaged();
    const std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return text;
  }

  void skip(std::uint32_t texts) {
    for (; texts > 0; --texts) next();
  }

 private:
  std::string_view rest_;
};

}  // namespace smm::outcomes::registry
