// SPDX-License-Identifier: Apache-2.0
// A Result carries problems that somebody has to read, so it cannot be dropped by mistake.
// room: base
// expect: unused-result
#include "base/result.hpp"

smm::base::Result<int> shares();

int read_shares() {
#ifdef MUST_NOT_COMPILE
  shares();
  return 0;
#else
  return shares().ok() ? 1 : 0;
#endif
}
