// SPDX-License-Identifier: Apache-2.0
#include "assessment/plain_words.hpp"

#include "assessment/utf8_text.hpp"

namespace smm::assessment {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_plain_within(std::string_view text, std::size_t most) {
  return is_plain_utf8(text) && utf8_length(text).value_or(most + 1) <= most;
}

}  // namespace smm::assessment
