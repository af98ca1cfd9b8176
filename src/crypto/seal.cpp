// SPDX-License-Identifier: Apache-2.0
#include "crypto/seal.hpp"

#include "crypto/sealed_bytes.hpp"

namespace smm::crypto {

std::string seal(const DataKey& key, std::string_view plain, std::string_view place) {
  return seal_bytes(key.reveal(), plain, place);
}

std::optional<std::string> open_sealed(const DataKey& key, std::string_view sealed, std::string_view place) {
  return open_bytes(key.reveal(), sealed, place);
}

}  // namespace smm::crypto
