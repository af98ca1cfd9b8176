// SPDX-License-Identifier: Apache-2.0
// SQLite as this house runs it: write-ahead log, synchronous=FULL (a commit is on disk when it returns),
// foreign keys on, schema not trusted, no double-quoted strings, 5 seconds of patience with a locked file.
//
// One connection writes and any number read beside it. A new database file can be read by its owner only.
#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace smm::store {

enum class SqliteMode { create, read_write, read_only };

// `path` is a file, never a URI. Throws StoreError: `gone` when it cannot be opened or is no database.
std::unique_ptr<Connection> open_sqlite(const std::string& path, SqliteMode mode);

}  // namespace smm::store
