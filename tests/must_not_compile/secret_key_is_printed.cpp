// SPDX-License-Identifier: Apache-2.0
// A secret key has no way into a log.
// room: crypto
// expect: no match for 'operator<<'
// expect: invalid operands to binary expression
#include <ostream>

#include "crypto/secret_key.hpp"

void log_key(std::ostream& log, const smm::crypto::DataKey& key) {
#ifdef MUST_NOT_COMPILE
  log << key;
#else
  log << (key.reveal() != nullptr);
#endif
}
