// SPDX-License-Identifier: Apache-2.0
// Which Failure a result code of SQLite is.
#pragma once

#include "store/store_error.hpp"

namespace smm::store {

// `code` is an extended result code, not SQLITE_OK.
Failure sqlite_failure(int code);

}  // namespace smm::store
