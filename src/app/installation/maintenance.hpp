// SPDX-License-Identifier: Apache-2.0
// Port: databases as a whole. Where one is, say DatabaseSettings: a folder (SQLite) or a URL (PostgreSQL).
//
// Who holds an installation alone (a migration, a restoration, a rotation of keys) keeps servers and others
// from doing the same: installation_in_use. Servers hold it too: on SQLite alone, on PostgreSQL as many as
// there are together. Commands beside the server need no hold.
//
// Problems: installation_in_use; installation_missing; database_newer, migration_changed,
// database_not_migrated; folder_not_empty, database_not_empty; backup_damaged, backup_key. Throws
// EnvironmentError when a disk is full or a server does not answer.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/installation/database.hpp"
#include "app/installation/service_settings.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "crypto/secret_key.hpp"

namespace smm::app {

enum class Hold : std::uint8_t { alone, serving, beside_others };

struct MigrationSteps {
  std::int64_t before = 0;  // number of the last migration that was applied, 0: none
  std::int64_t now = 0;
};

struct BackupSummary {
  std::int64_t bytes = 0;   // of the file
  std::int64_t schema = 0;  // number of the database's last migration
  std::int64_t rows = 0;
  std::string sha256;  // of the whole file, hex
};

struct TableRows {
  std::string table;
  std::int64_t rows = 0;

  friend bool operator==(const TableRows&, const TableRows&) = default;
};

// How an installation is removed for good.
struct Erasure {
  std::function<base::Problems(Database&)> refusal;  // asked when it is held alone; none, and it goes on
  std::function<void()> before;                      // just before the rows go, and after they were counted
};

class Maintenance {
 public:
  virtual ~Maintenance() = default;

  // A hold ends when the database goes.
  virtual base::Result<std::unique_ptr<Database>> open(const DatabaseSettings& where, Hold hold) = 0;

  // The same; where there is no database yet, it is made and migrated.
  virtual base::Result<std::unique_ptr<Database>> open_or_make(const DatabaseSettings& where, Hold hold,
                                                               base::Instant now) = 0;

  // Applies the migrations that are missing.
  virtual base::Result<MigrationSteps> migrate(const DatabaseSettings& where, base::Instant now) = 0;

  // One state of the database, while others go on writing, sealed under the installation's key and the same
  // whatever engine it stands on. `file` is replaced as a whole or stays as it was; its owner alone can read
  // it. It does not hold the key.
  virtual base::Result<BackupSummary> backup(const DatabaseSettings& where, const std::string& file,
                                             const crypto::InstallationKey& key) = 0;

  // Into a folder that is empty or not there, or a database that holds nothing, on whichever engine. The
  // whole file is opened and checked before anything is in its place.
  virtual base::Result<BackupSummary> restore(const std::string& file, const DatabaseSettings& where,
                                              const crypto::InstallationKey& key, base::Instant now) = 0;

  // Removes the database for good: the files of the folder, overwritten first, or the schema. Nobody may
  // serve it. How many rows each table had, by name.
  virtual base::Result<std::vector<TableRows>> erase(const DatabaseSettings& where, const Erasure& how) = 0;
};

}  // namespace smm::app
