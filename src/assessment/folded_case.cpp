// SPDX-License-Identifier: Apache-2.0
#include "assessment/folded_case.hpp"

namespace smm::assessment {

std::string folded_case(std::string_view text) {
  std::string folded(text);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    const bool ascii = byte >= 'A' && byte <= 'Z';
    // In UTF-8, U+00C0 to U+00DE are C3 80 to C3 9E; U+00D7 is the multiplication sign.
    const bool latin = i > 0 && static_cast<unsigned char>(folded[i - 1]) == 0xC3 && byte >= 0x80 &&
                       byte <= 0x9E && byte != 0x97;
    if (ascii || latin) folded[i] = static_cast<char>(byte + 0x20);
  }
  return folded;
}

}  // namespace smm::assessment
