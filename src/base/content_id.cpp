// SPDX-License-Identifier: Apache-2.0
#include "base/content_id.hpp"

#include <algorithm>

namespace smm::base {

bool is_content_id(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  };
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), allowed);
}

}  // namespace smm::base
