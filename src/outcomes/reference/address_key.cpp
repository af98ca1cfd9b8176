// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/address_key.hpp"

#include "outcomes/reference/area_code.hpp"
#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::reference {
namespace {

std::string zip_part(std::string_view zip) {
  const auto read = read_zip(trimmed(zip));
  return read ? with_zeros(read->number, 5) : folded(zip);
}

}  // namespace

std::string address_key(std::string_view line1, std::string_view city, std::string_view state,
                        std::string_view zip) {
  std::string text(line1);
  ((text += ' ') += city) += ' ';
  text += state;
  std::string key = folded(text);
  return key += " " + zip_part(zip);
}

std::string address_key(std::string_view echoed) {
  const std::size_t comma = echoed.rfind(',');
  if (comma == std::string_view::npos) return folded(echoed);
  return folded(echoed.substr(0, comma)) + " " + zip_part(echoed.substr(comma + 1));
}

}  // namespace smm::outcomes::reference
