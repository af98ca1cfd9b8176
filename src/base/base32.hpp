// SPDX-License-Identifier: Apache-2.0
// Base32 (RFC 4648 alphabet, in lower case, without padding): bytes as letters and digits that survive being
// typed, spoken, and sorted by file systems that know no case.
//
// One text per byte string: decoding takes lower case only and refuses left-over bits that are not zero.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::base {

std::string base32(std::string_view bytes);

// The bytes, or nothing when `text` is not what base32() writes.
std::optional<std::string> from_base32(std::string_view text);

}  // namespace smm::base
