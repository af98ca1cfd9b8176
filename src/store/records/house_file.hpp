// SPDX-License-Identifier: Apache-2.0
// An installation's whole database into a house file, and back, from either engine into either.
//
// Writing reads one state of the database, while others go on writing. Reading brings an empty database to
// the schema that the file was written of and fills it, all rows in one transaction; what is not empty, and a
// file that is damaged anywhere, is refused before or taken back whole. The log of migrations is the new
// database's own.
#pragma once

#include <cstdint>
#include <string>

#include "app/installation/maintenance.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "crypto/secret_key.hpp"
#include "store/connection.hpp"

namespace smm::store::records {

// `file` is replaced as a whole or stays as it was; its owner alone can read it. Problems: those of
// check_schema but for an older one, which is kept as it is.
base::Result<app::BackupSummary> write_house(Connection& from, const std::string& file,
                                             const crypto::InstallationKey& key);

// Opens and reads all of it and changes nothing. Problems: backup_damaged, backup_key, database_newer.
base::Result<app::BackupSummary> check_house(const std::string& file, const crypto::InstallationKey& key);

// The same, and database_not_empty.
base::Result<app::BackupSummary> read_house(Connection& into, const std::string& file,
                                            const crypto::InstallationKey& key, base::Instant now);

}  // namespace smm::store::records
