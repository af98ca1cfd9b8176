// SPDX-License-Identifier: Apache-2.0
// There is one copy of a secret key, and it is erased when it goes.
// room: crypto
// expect: use of deleted function
// expect: uses deleted function
#include "crypto/secret_key.hpp"

smm::crypto::DataKey second_copy(smm::crypto::DataKey& key) {
#ifdef MUST_NOT_COMPILE
  return smm::crypto::DataKey(key);
#else
  return smm::crypto::DataKey(std::move(key));
#endif
}
