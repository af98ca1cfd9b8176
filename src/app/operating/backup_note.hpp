// SPDX-License-Identifier: Apache-2.0
// Use case: note in the installation itself that a backup of it was made, so that smm doctor and the counters
// can tell how old the last one is. It comes into the next backup, not into the one that it tells of.
#pragma once

#include <optional>
#include <string>

#include "app/installation/change.hpp"
#include "app/installation/settings.hpp"

namespace smm::app::operating {

// `sha256` of the backup's file goes into the audit log.
base::Result<base::Instant> note_backup(Database& database, const Clock& clock, const std::string& sha256);

std::optional<base::Instant> last_backup(Settings& settings);

}  // namespace smm::app::operating
