// SPDX-License-Identifier: Apache-2.0
// Port: databases as a whole. Where one is, say DatabaseSettings: a folder (SQLite) or a URL (PostgreSQL).
//
// Who holds an installation alone (the server, a migration, a restoration, a rotation of keys) keeps others
// from doing the same: installation_in_use. Commands beside the server need no hold.
//
// Problems: installation_in_use; installation_missing; database_newer, migration_changed,
// database_not_migrated; folder_not_empty; backup_damaged. Throws EnvironmentError when a disk is full or a
// server does not answer.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "app/installation/database.hpp"
#include "app/installation/service_settings.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::app {

enum class Hold : std::uint8_t { alone, beside_others };

struct MigrationSteps {
  std::int64_t before = 0;  // number of the last migration that was applied, 0: none
  std::int64_t now = 0;
};

struct BackupSummary {
  std::int64_t bytes = 0;   // of the database in it
  std::int64_t schema = 0;  // number of its last migration
  std::string sha256;       // over all that goes before it in the file, hex
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

  // One state of the database of a folder, while others go on writing. `file` is replaced as a whole or stays
  // as it was; its owner alone can read it. It does not hold the installation's key.
  virtual base::Result<BackupSummary> backup(const std::string& folder, const std::string& file) = 0;

  // Into a folder that is empty or not there. Checks the file, and then the database in it, before anything
  // is in its place.
  virtual base::Result<BackupSummary> restore(const std::string& file, const std::string& folder) = 0;
};

}  // namespace smm::app
