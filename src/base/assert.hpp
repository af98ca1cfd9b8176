// SPDX-License-Identifier: Apache-2.0
// SMM_ASSERT: a belief of ours that must hold. Stays on in release builds; a broken one ends the program.
#pragma once

namespace smm::base {

[[noreturn]] void belief_broken(const char* expression, const char* file, int line);

}  // namespace smm::base

#define SMM_ASSERT(expression) \
  ((expression) ? static_cast<void>(0) : ::smm::base::belief_broken(#expression, __FILE__, __LINE__))
