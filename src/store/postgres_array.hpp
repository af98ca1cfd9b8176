// SPDX-License-Identifier: Apache-2.0
// Many values as one: a parameter of type text[], bytea[] or bigint[], in PostgreSQL's binary form
// (array_recv in src/backend/utils/adt/arrayfuncs.c).
#pragma once

#include "store/value.hpp"

namespace smm::store {

// Of the values in one column of `rows`, which are of one kind or null; where all are null it is a text[].
// Another kind, or a real number, is a broken belief. Throws Failure::statement for a text with a NUL byte.
Value postgres_array(const std::vector<Values>& rows, std::size_t column);

}  // namespace smm::store
