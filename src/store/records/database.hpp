// SPDX-License-Identifier: Apache-2.0
// app::Database on SQLite and on PostgreSQL.
//
// Works that write go through a Writer (store/writer.hpp), works that read through connections of their own,
// which never wait for those that write. On PostgreSQL, works that change the same rows lock them in one
// order: a school's part, its packet, its answers, and at the end the audit chains by name; and saves go in
// groups, which lock several schools in the order of their ids.
#pragma once

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "app/installation/database.hpp"
#include "base/result.hpp"
#include "store/records/save_groups.hpp"
#include "store/writer.hpp"

namespace smm::store::records {

// More than two for each processor only wait for each other, each at a cost, but some have to be slow.
inline std::size_t usual_readers() {
  return std::clamp<std::size_t>(std::size_t{2} * std::thread::hardware_concurrency(), 4, 16);
}

struct DatabaseLimits {
  WriterLimits writing = {};
  std::size_t readers = usual_readers();  // connections that read at once; nobody reads within a read
  std::size_t postgres_writers = 8;       // connections that write at once; SQLite has one
  SaveGroupLimits groups = {};            // on PostgreSQL; SQLite groups all that writes
  // PostgreSQL ends a work that writes and says nothing for so long: its server is gone, but not its locks.
  std::chrono::milliseconds silence = std::chrono::seconds(15);
};

// `file` has to be there. Problems: those of check_schema. Throws StoreError when it cannot be opened.
base::Result<std::unique_ptr<app::Database>> open_sqlite_database(const std::string& file,
                                                                  const DatabaseLimits& limits = {});
base::Result<std::unique_ptr<app::Database>> open_postgres_database(const std::string& url,
                                                                    const DatabaseLimits& limits = {});

// Over a writer and whatever opens connections that read, on a schema that was checked.
std::unique_ptr<app::Database> database_over(std::unique_ptr<Writer> writer, OpenConnection open_reader,
                                             std::size_t readers);

}  // namespace smm::store::records
