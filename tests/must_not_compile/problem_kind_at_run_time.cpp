// SPDX-License-Identifier: Apache-2.0
// Kinds of problem are fixed when the program is compiled: none can be put together from an input.
// room: base
// expect: is not a constant expression
#include "base/problem.hpp"

smm::base::ProblemKind planted(std::string_view code) {
#ifdef MUST_NOT_COMPILE
  return smm::base::ProblemKind(code, "A code that nobody listed.");
#else
  static_cast<void>(code);
  return smm::base::ProblemKind("planted", "A code that is written here.");
#endif
}
