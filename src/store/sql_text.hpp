// SPDX-License-Identifier: Apache-2.0
// SQL is written once, for both engines. What they say differently stands in braces:
//
//   placeholder      SQLite                  PostgreSQL
//   {id} {text}      TEXT                    text COLLATE "C"     (sorted by bytes on both)
//   {int64} {time}   INTEGER                 bigint               (a time: microseconds since 1970 UTC)
//   {real}           REAL                    double precision
//   {blob}           BLOB                    bytea
//   {table}          STRICT                  (nothing)            after the ) of CREATE TABLE
//   {keyed_table}    STRICT, WITHOUT ROWID   (nothing)            the same, stored in order of its key
//   {for_update}     (nothing)               FOR UPDATE           behind a SELECT whose rows will change
//   {skip_locked}    (nothing)               FOR UPDATE SKIP LOCKED   the same, without those of others
//   {joined_texts}   group_concat            string_agg           (text, separator), in any order
//
// Braces, question marks and semicolons inside quotes and comments mean nothing.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "store/engine.hpp"

namespace smm::store {

// A mistake in an .sql file of ours, found when it is read; the tests read them all.
struct SqlTextError : std::logic_error {
  using std::logic_error::logic_error;
};

// A file below src/store, as it was when the program was built: name and text.
struct SqlFile {
  std::string name;
  std::string text;
};

// Throws SqlTextError for a placeholder that is not in the table above.
std::string for_engine(std::string_view sql, Engine engine);

// `?` becomes $1, $2, ... for PostgreSQL.
std::string with_numbered_values(std::string_view sql);

}  // namespace smm::store
