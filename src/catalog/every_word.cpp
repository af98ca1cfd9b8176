// SPDX-License-Identifier: Apache-2.0
#include "catalog/every_word.hpp"

#include <algorithm>
#include <string>

namespace smm::catalog {
namespace {

std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

bool has_every_word(std::string_view text, std::string_view words) {
  const std::string searched = folded(text);
  const std::string wanted = folded(words);
  std::size_t at = 0;
  while ((at = wanted.find_first_not_of(" \t\r\n", at)) != std::string::npos) {
    const std::size_t end = std::min(wanted.find_first_of(" \t\r\n", at), wanted.size());
    if (searched.find(wanted.substr(at, end - at)) == std::string::npos) return false;
    at = end;
  }
  return true;
}

}  // namespace smm::catalog
