// SPDX-License-Identifier: Apache-2.0
// The chunks of a PNG file (W3C PNG, third edition, section 5). Internal to badge.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace smm::badge {

inline constexpr std::string_view png_signature{"\x89PNG\r\n\x1a\n", 8};
inline constexpr std::size_t png_header_size = 25;  // the chunk IHDR, which comes first

std::string big_endian(std::uint32_t number);

// Length, type, content, and the check sum of the latter two.
std::string png_chunk(std::string_view type, std::string_view content);

// False when the file ends in the midst of a chunk, or a check sum is wrong: what was told is not to be
// believed then.
bool each_png_chunk(std::string_view png,
                    const std::function<void(std::string_view type, std::string_view content)>& hear);

}  // namespace smm::badge
