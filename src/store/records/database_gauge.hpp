// SPDX-License-Identifier: Apache-2.0
// Looks at a database from outside, also at one that this program would refuse: its schema, the settings of
// its server, its clock, and when something was written last. Writes nothing and never throws.
#pragma once

#include <optional>

#include "app/installation/service_settings.hpp"
#include "app/operating/measured.hpp"

namespace smm::store::records {

struct DatabaseSeen {
  app::operating::SchemaSeen schema;
  std::optional<app::operating::ServerSeen> server;
  std::optional<base::Instant> clock;  // the server's
  // These only where the schema is whole.
  std::optional<base::Instant> last_written;  // of the audit log
  std::optional<base::Instant> oldest_mail;   // of those that wait
  base::Instant made;
};

DatabaseSeen look_at_database(const app::DatabaseSettings& where);

}  // namespace smm::store::records
