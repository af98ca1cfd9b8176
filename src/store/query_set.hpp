// SPDX-License-Identifier: Apache-2.0
// Named queries: SQL lives in src/store/queries/*.sql, one file per topic, and code asks for it by name.
//
//   -- name: installation_value
//   SELECT value FROM installation WHERE name = ?;
//
// src/store/queries_of_many holds those that answer many askers at once, which only PostgreSQL needs.
//
// A name is unique in all files. Each query is one statement, in the SQL of sql_text.hpp; a test prepares
// every one of them on its engines against the migrated schema.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/engine.hpp"
#include "store/sql_text.hpp"

namespace smm::store {

class QuerySet {
 public:
  // Throws SqlTextError for a name that stands twice or is empty, and SQL before the first name.
  QuerySet(const std::vector<SqlFile>& files, Engine engine);

  // Asking for a name that is not there is a broken belief.
  const std::string& operator[](std::string_view name) const;

  const std::map<std::string, std::string, std::less<>>& all() const { return queries_; }

 private:
  std::map<std::string, std::string, std::less<>> queries_;
};

// Those of src/store/queries*, for each engine read once.
const QuerySet& shipped_queries(Engine engine);

}  // namespace smm::store
