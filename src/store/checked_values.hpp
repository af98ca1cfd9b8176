// SPDX-License-Identifier: Apache-2.0
// Refuses, on either engine, the values that not both of them keep.
#pragma once

#include "store/value.hpp"

namespace smm::store {

// Throws StoreError (statement) for a text with a NUL byte, and for a real that is not finite.
void refuse_unkept_value(const Value& value);
void refuse_unkept_values(const Values& values);

}  // namespace smm::store
