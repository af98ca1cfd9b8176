// SPDX-License-Identifier: Apache-2.0
#include "crypto/framing.hpp"

#include <cstdint>

namespace smm::crypto {

std::string framed(const std::vector<std::string_view>& fields) {
  std::string bytes;
  for (const std::string_view field : fields) {
    const std::uint64_t length = field.size();
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>((length >> shift) & 255);
    bytes += field;
  }
  return bytes;
}

std::optional<std::vector<std::string>> unframed(std::string_view bytes) {
  std::vector<std::string> fields;
  while (!bytes.empty()) {
    if (bytes.size() < 8) return std::nullopt;
    std::uint64_t length = 0;
    for (const char byte : bytes.substr(0, 8)) length = length << 8 | static_cast<unsigned char>(byte);
    bytes.remove_prefix(8);
    if (length > bytes.size()) return std::nullopt;
    fields.emplace_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return fields;
}

}  // namespace smm::crypto
