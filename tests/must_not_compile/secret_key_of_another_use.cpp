// SPDX-License-Identifier: Apache-2.0
// The key that wraps keys cannot seal what is stored.
// room: crypto
// expect: invalid initialization of reference
// expect: no viable conversion
#include "crypto/seal.hpp"

#ifdef MUST_NOT_COMPILE
using Key = smm::crypto::InstallationKey;
#else
using Key = smm::crypto::DataKey;
#endif

std::string sealed(const Key& key) {
  return smm::crypto::seal(key, "12", "place");
}
