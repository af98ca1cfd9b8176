// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_failure.hpp"

#include <sqlite3.h>

namespace smm::store {
namespace {

Failure broken_constraint(int code) {
  switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return Failure::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return Failure::foreign_key;
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_TRIGGER:
      return Failure::check;
    case SQLITE_CONSTRAINT_NOTNULL:
      return Failure::not_null;
    default:
      return Failure::statement;  // a value of another type than its column (STRICT)
  }
}

}  // namespace

Failure sqlite_failure(int code) {
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      return broken_constraint(code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Failure::retry;
    case SQLITE_FULL:
      return Failure::full;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
      return Failure::gone;
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return Failure::statement;
    default:
      return Failure::other;
  }
}

}  // namespace smm::store
