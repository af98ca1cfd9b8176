// SPDX-License-Identifier: Apache-2.0
#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace smm::base {

void belief_broken(const char* expression, const char* file, int line) {
  std::fprintf(stderr, "smm: internal error: expected %s (%s:%d)\n", expression, file, line);
  std::abort();
}

}  // namespace smm::base
