// SPDX-License-Identifier: Apache-2.0
// The tables of an installation as a house file holds them, found in the database itself: so a file can be
// written of, and read into, any schema there ever was, on either engine.
#pragma once

#include <string>
#include <vector>

#include "store/connection.hpp"

namespace smm::store::records {

struct HouseTable {
  std::string name;
  std::vector<std::string> columns;  // in their order
  std::vector<std::string> key;      // of the primary key, in its order; empty: there is none

  friend bool operator==(const HouseTable&, const HouseTable&) = default;
};

// All but the log of migrations. A table comes after those whose rows its own name; else they stand by name.
std::vector<HouseTable> house_tables(Connection& connection);

// For statements: "\"a\", \"b\"".
std::string quoted_names(const std::vector<std::string>& names);

}  // namespace smm::store::records
