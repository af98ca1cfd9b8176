// SPDX-License-Identifier: Apache-2.0
// A figure about other schools passes the gate of benchmark, or it does not leave.
// room: report
// expect: is private within this context
// expect: calling a private constructor
#include "benchmark/comparison.hpp"

using smm::benchmark::Comparison;
using smm::benchmark::Publishable;

Publishable<Comparison> published(const Publishable<Comparison>& passed) {
#ifdef MUST_NOT_COMPILE
  return Publishable<Comparison>(Comparison{});
#else
  return passed;
#endif
}
