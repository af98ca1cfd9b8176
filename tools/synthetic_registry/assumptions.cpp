// SPDX-License-Identifier: Apache-2.0
#include "assumptions.hpp"

namespace synthetic {
namespace {

Assumptions& in_force() {
  static Assumptions assumptions;
  return assumptions;
}

}  // namespace

const Assumptions& assumed() {
  return in_force();
}

bool assume(std::string_view name, double value) {
  for (const Assumption& assumption : all_assumptions)
    if (assumption.name == name) {
      in_force().*assumption.value = value;
      return true;
    }
  return false;
}

}  // namespace synthetic
