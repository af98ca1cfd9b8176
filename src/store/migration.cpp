// SPDX-License-Identifier: Apache-2.0
#include "store/migration.hpp"

#include <algorithm>
#include <charconv>

#include "crypto/hash.hpp"
#include "store/embedded_sql.hpp"

namespace smm::store {
namespace {

bool is_migration_name(std::string_view name) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && std::ranges::all_of(name, allowed);
}

Migration migration_of(SqlFile file) {
  constexpr std::string_view ending = ".sql";
  const std::string_view name = file.name;
  Migration migration;
  const auto number =
      std::from_chars(name.data(), name.data() + std::min<std::size_t>(4, name.size()), migration.number);
  const bool numbered = number.ec == std::errc() && number.ptr == name.data() + 4;
  if (!numbered || !name.substr(4).starts_with('_') || !name.ends_with(ending))
    throw SqlTextError("A migration is named NNNN_name.sql, not " + file.name);
  migration.name = name.substr(5, name.size() - 5 - ending.size());
  if (!is_migration_name(migration.name))
    throw SqlTextError("A migration is named NNNN_name.sql: " + file.name);
  migration.checksum = crypto::sha256_hex(file.text);
  migration.sql = std::move(file.text);
  return migration;
}

}  // namespace

std::vector<Migration> read_migrations(std::vector<SqlFile> files) {
  std::ranges::sort(files, {}, &SqlFile::name);
  std::vector<Migration> migrations;
  for (SqlFile& file : files) {
    migrations.push_back(migration_of(std::move(file)));
    if (migrations.back().number != static_cast<std::int64_t>(migrations.size()))
      throw SqlTextError("Migrations count from 1 without a gap, up to " + migrations.back().name);
  }
  return migrations;
}

std::vector<Migration> shipped_migrations() {
  return read_migrations(embedded_sql("migrations/"));
}

}  // namespace smm::store
