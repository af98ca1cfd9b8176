// SPDX-License-Identifier: Apache-2.0
// A backup: the pages of a whole SQLite database, and behind them a trailer of fixed length, in which each
// number has 20 digits:
//
//   "\nsmm backup 1\nbytes N\nschema N\nsha256 HEX\n"
//
// `bytes` is the size of the database, `schema` the number of its last migration. The checksum covers all
// bytes before it, so a file that was cut off, changed or added to is told from one that was not.
#pragma once

#include <optional>
#include <string>

#include "app/installation/maintenance.hpp"
#include "base/result.hpp"
#include "store/records/durable_file.hpp"

namespace smm::store::records {

// Behind the database that `file` holds already. Throws EnvironmentError.
app::BackupSummary add_trailer(DurableFile& file, std::int64_t schema);

// Reads the whole file. Problem: backup_damaged. Throws EnvironmentError when it cannot be read.
base::Result<app::BackupSummary> check_backup(const std::string& file);

// The first `bytes` of `from`, behind what `to` holds.
void copy_bytes(const std::string& from, std::int64_t bytes, DurableFile& to);

}  // namespace smm::store::records
