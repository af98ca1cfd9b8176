// SPDX-License-Identifier: Apache-2.0
// How large the tests of durability are, and what they tell: `./dev durability` makes them large and shows
// the lines they tell.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace smm::store {

inline int durability_size(const char* variable, int small) {
  const char* wanted = std::getenv(variable);
  return wanted == nullptr ? small : std::atoi(wanted);
}

inline void tell_durability(const std::string& line) {
  std::printf("durability: %s\n", line.c_str());
}

}  // namespace smm::store
