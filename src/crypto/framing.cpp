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

}  // namespace smm::crypto
