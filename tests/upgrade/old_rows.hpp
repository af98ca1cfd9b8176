// SPDX-License-Identifier: Apache-2.0
// A file of rows as an older schema had them (tests/upgrade/*.rows; its first lines tell the form), and rows
// of a database to compare them with.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/connection.hpp"

namespace smm::upgrade {

struct OldTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<store::Values> rows;
};

struct OldHouse {
  std::string key;  // text of the installation key
  std::vector<OldTable> tables;
};

// Throws std::runtime_error for what is not of the form.
OldHouse read_old_house(const std::string& path);

void put_into(store::Connection& connection, const OldHouse& house);

// Of one table these columns, sorted.
std::vector<store::Values> rows_of(store::Connection& connection, const std::string& table,
                                   const std::vector<std::string>& columns);
std::vector<store::Values> sorted(std::vector<store::Values> rows);

}  // namespace smm::upgrade
