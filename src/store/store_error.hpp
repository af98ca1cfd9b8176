// SPDX-License-Identifier: Apache-2.0
// What a database refused, told apart by what a caller can do about it; the same on both engines.
//
// An EnvironmentError, so that what nobody handles ends where a broken environment ends. Within a
// transaction an error leaves only one way: back, to the start or to a savepoint.
#pragma once

#include <string>

#include "base/environment_error.hpp"

namespace smm::store {

enum class Failure {
  unique,       // a row like this exists
  foreign_key,  // a row that this one names does not exist, or a row is still named
  check,        // a CHECK or a trigger refuses it
  not_null,     // a value is missing
  retry,        // another connection was in the way; the same work may succeed when it is run again
  aborted,      // an earlier error of this transaction was ignored
  full,         // no space left
  gone,         // the connection or the disk failed; whether a commit under way is kept is not known
  statement,    // the SQL or its values are wrong: a mistake of ours
  other,
};

struct StoreError : base::EnvironmentError {
  StoreError(Failure failure, const std::string& what_happened)
      : base::EnvironmentError(what_happened), kind(failure) {}

  Failure kind;
};

}  // namespace smm::store
