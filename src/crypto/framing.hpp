// SPDX-License-Identifier: Apache-2.0
// Several fields as one byte string that no other fields make: each field behind its length, in 8 bytes with
// the highest first. What is hashed, chained, or bound to a seal goes through this, so that ("ab", "c") and
// ("a", "bc") differ.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace smm::crypto {

std::string framed(const std::vector<std::string_view>& fields);

// The fields again; nothing when `bytes` is not what framed() makes.
std::optional<std::vector<std::string>> unframed(std::string_view bytes);

}  // namespace smm::crypto
