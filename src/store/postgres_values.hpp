// SPDX-License-Identifier: Apache-2.0
// Values as libpq takes them and gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/value.hpp"

namespace smm::store {

// Numbers and text go out as text, which the server reads as the type it expects there; bytes go as they are.
struct PostgresArguments {
  explicit PostgresArguments(const Values& values);

  std::vector<const char*> texts;  // point into the values, which have to stay
  std::vector<int> lengths;
  std::vector<int> formats;

 private:
  std::vector<std::string> numbers_;
};

// By the type's number in pg_type: int2, int4, int8, bool, float4, float8, text, varchar, name, bytea.
bool holds_postgres_type(unsigned type);

// A value in binary form, of one of these types.
Value postgres_value(unsigned type, std::string_view bytes);

}  // namespace smm::store
