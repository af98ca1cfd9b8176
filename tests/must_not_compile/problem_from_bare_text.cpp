// SPDX-License-Identifier: Apache-2.0
// A problem is made from a kind that the catalogue lists, never from a code that was typed on the spot.
// room: base
// expect: no matching function for call to 'smm::base::Problem::Problem(
// expect: no matching constructor for initialization of 'smm::base::Problem'
#include "base/problems.hpp"

smm::base::Problem planted() {
#ifdef MUST_NOT_COMPILE
  return smm::base::Problem("bad_number", "12a is no number");
#else
  return smm::base::Problem(smm::base::problem::bad_number, "12a is no number");
#endif
}
