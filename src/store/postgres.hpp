// SPDX-License-Identifier: Apache-2.0
// PostgreSQL (15 or newer) by libpq: UTF-8, UTC, 5 seconds of patience with a lock.
//
// A server that does not put a commit on disk before it says so (fsync, full_page_writes or
// synchronous_commit off) is refused when the connection opens.
#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace smm::store {

// `url` is postgresql://... or libpq's key=value form. Throws StoreError: `gone` when there is no connection,
// `other` when the server is refused.
std::unique_ptr<Connection> open_postgres(const std::string& url);

// Refuses no server: to look at its settings, never to write.
std::unique_ptr<Connection> open_any_postgres(const std::string& url);

}  // namespace smm::store
