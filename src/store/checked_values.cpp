// SPDX-License-Identifier: Apache-2.0
#include "store/checked_values.hpp"

#include <cmath>

#include "store/store_error.hpp"

namespace smm::store {

void refuse_unkept_value(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && text->find('\0') != std::string::npos)
    throw StoreError(Failure::statement, "A text with a NUL byte cannot be stored.");
  const auto* real = std::get_if<double>(&value);
  if (real != nullptr && !std::isfinite(*real))
    throw StoreError(Failure::statement, "A number that is not finite cannot be stored.");
}

void refuse_unkept_values(const Values& values) {
  for (const Value& value : values) refuse_unkept_value(value);
}

}  // namespace smm::store
