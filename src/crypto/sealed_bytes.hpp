// SPDX-License-Identifier: Apache-2.0
// The format of a seal, under any 32-byte key. For seal.hpp and key_wrap.hpp, which name the key's use.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::crypto {

std::string seal_bytes(const unsigned char* key, std::string_view plain, std::string_view place);
std::optional<std::string> open_bytes(const unsigned char* key, std::string_view sealed,
                                      std::string_view place);

}  // namespace smm::crypto
