// SPDX-License-Identifier: Apache-2.0
#include "store/query_set.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "base/assert.hpp"
#include "store/embedded_sql.hpp"

namespace smm::store {
namespace {

constexpr std::string_view name_mark = "-- name: ";

bool says_nothing(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos || line.starts_with("--");
}

// The end of a query is the next name; its last semicolon is for the reader.
void trim_end(std::string& sql) {
  sql.erase(sql.find_last_not_of(" \t\r\n;") + 1);
}

using QueryTexts = std::map<std::string, std::string, std::less<>>;

void read_queries(const SqlFile& file, QueryTexts& queries) {
  std::istringstream lines(file.text);
  std::string* open = nullptr;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name_mark)) {
      const auto [entry, fresh] = queries.emplace(line.substr(name_mark.size()), "");
      if (!fresh || entry->first.empty()) throw SqlTextError(file.name + " repeats or lacks a name: " + line);
      open = &entry->second;
    } else if (!says_nothing(line)) {
      if (open == nullptr) throw SqlTextError(file.name + " has SQL before its first name: " + line);
      *open += line + "\n";
    }
  }
}

// Those of one engine alone too.
std::vector<SqlFile> all_queries() {
  std::vector<SqlFile> files = embedded_sql("queries/");
  std::ranges::move(embedded_sql("queries_of_many/"), std::back_inserter(files));
  return files;
}

}  // namespace

QuerySet::QuerySet(const std::vector<SqlFile>& files, Engine engine) {
  for (const SqlFile& file : files) read_queries(file, queries_);
  for (auto& [name, sql] : queries_) {
    trim_end(sql);
    if (sql.empty()) throw SqlTextError("There is no SQL under the name " + name);
    sql = for_engine(sql, engine);
  }
}

const std::string& QuerySet::operator[](std::string_view name) const {
  const auto found = queries_.find(name);
  SMM_ASSERT(found != queries_.end());
  return found->second;
}

const QuerySet& shipped_queries(Engine engine) {
  static const QuerySet sqlite(embedded_sql("queries/"), Engine::sqlite);
  static const QuerySet postgres(all_queries(), Engine::postgres);
  return engine == Engine::sqlite ? sqlite : postgres;
}

}  // namespace smm::store
