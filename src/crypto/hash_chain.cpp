// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash_chain.hpp"

#include "base/assert.hpp"
#include "crypto/framing.hpp"
#include "crypto/hash.hpp"

namespace smm::crypto {

std::string first_link(std::string_view chain_name) {
  return sha256_bytes(framed({"chain", chain_name}));
}

std::string next_link(std::string_view previous, const std::vector<std::string_view>& fields) {
  SMM_ASSERT(previous.size() == 32);
  return sha256_bytes(std::string(previous) + framed(fields));
}

}  // namespace smm::crypto
