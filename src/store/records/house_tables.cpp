// SPDX-License-Identifier: Apache-2.0
#include "store/records/house_tables.hpp"

#include <algorithm>
#include <set>

#include "base/assert.hpp"

namespace smm::store::records {
namespace {

// What each engine knows of itself; all give text.
struct Catalog {
  const char* tables;
  const char* columns;
  const char* key;
  const char* parents;
};

constexpr Catalog sqlite_catalog = {
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' "
    "AND name <> 'migration_log' ORDER BY name",
    "SELECT name FROM pragma_table_info(?) ORDER BY cid",
    "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
    "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?) ORDER BY 1"};

constexpr Catalog postgres_catalog = {
    "SELECT table_name::text COLLATE \"C\" FROM information_schema.tables WHERE table_schema = "
    "current_schema() "
    "AND table_type = 'BASE TABLE' AND table_name <> 'migration_log' ORDER BY 1",
    "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() "
    "AND table_name = ? ORDER BY ordinal_position",
    "SELECT a.attname::text FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k "
    "(number, place) "
    "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number "
    "WHERE i.indisprimary AND i.indrelid = to_regclass(?) ORDER BY k.place",
    "SELECT DISTINCT p.relname::text COLLATE \"C\" FROM pg_constraint c JOIN pg_class p ON p.oid = "
    "c.confrelid "
    "WHERE c.contype = 'f' AND c.conrelid = to_regclass(?) ORDER BY 1"};

std::vector<std::string> texts_of(const Rows& rows) {
  std::vector<std::string> texts;
  for (const Row& row : rows) texts.push_back(row.text(0));
  return texts;
}

struct FoundTable {
  HouseTable table;
  std::vector<std::string> parents;
};

bool all_in(const std::vector<std::string>& names, const std::set<std::string>& done) {
  return std::ranges::all_of(names, [&](const std::string& name) { return done.contains(name); });
}

}  // namespace

std::vector<HouseTable> house_tables(Connection& connection) {
  const Catalog& catalog = connection.engine() == Engine::sqlite ? sqlite_catalog : postgres_catalog;
  std::vector<FoundTable> found;
  for (const std::string& name : texts_of(connection.query(catalog.tables)))
    found.push_back({{name, texts_of(connection.query(catalog.columns, {name})),
                      texts_of(connection.query(catalog.key, {name}))},
                     texts_of(connection.query(catalog.parents, {name}))});
  std::vector<HouseTable> ordered;
  std::set<std::string> done;
  while (!found.empty()) {
    const auto next =
        std::ranges::find_if(found, [&](const FoundTable& each) { return all_in(each.parents, done); });
    SMM_ASSERT(next != found.end());  // no migration makes tables that name each other
    done.insert(next->table.name);
    ordered.push_back(std::move(next->table));
    found.erase(next);
  }
  return ordered;
}

std::string quoted_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "\"" : ", \"") + name + "\"";
  return text;
}

}  // namespace smm::store::records
