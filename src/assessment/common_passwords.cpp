// SPDX-License-Identifier: Apache-2.0
#include "assessment/common_passwords.hpp"

#include <algorithm>

#include "assessment/folded_case.hpp"

namespace smm::assessment {
namespace {

bool is_kept(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

CommonPasswords::CommonPasswords(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') passwords_.emplace_back(line);
  }
  std::ranges::sort(passwords_);
}

bool CommonPasswords::holds(std::string_view looked_up) const {
  return std::ranges::binary_search(passwords_, looked_up);
}

std::string looked_up(std::string_view password) {
  std::string kept = folded_case(password);
  std::erase_if(kept, [](char c) { return !is_kept(c); });
  return kept;
}

}  // namespace smm::assessment
