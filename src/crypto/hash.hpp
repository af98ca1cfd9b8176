// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) by libsodium, as lower-case hex or as its 32 bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace smm::crypto {

std::string sha256_hex(std::string_view bytes);
std::string sha256_bytes(std::string_view bytes);

// A named part of something hashed as a whole.
struct NamedBytes {
  std::string_view name;
  std::string_view bytes;
};

// One hash over parts, whatever their order: parts are sorted by name, and each enters with the lengths of
// its name and bytes, so that no two different sets of parts are the same input.
std::string sha256_hex_of_parts(std::vector<NamedBytes> parts);

}  // namespace smm::crypto
