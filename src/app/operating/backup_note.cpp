// SPDX-License-Identifier: Apache-2.0
#include "app/operating/backup_note.hpp"

#include <charconv>

namespace smm::app::operating {
namespace {

constexpr std::string_view last_backup_setting = "last_backup";  // microseconds since 1970

}  // namespace

base::Result<base::Instant> note_backup(Database& database, const Clock& clock, const std::string& sha256) {
  return change<base::Instant>(
      database, clock, [sha256](Records& records, base::Instant now) -> base::Result<Change<base::Instant>> {
        records.settings.set(last_backup_setting, std::to_string(now.microseconds));
        return Change<base::Instant>(now,
                                     {"office", "command:backup", "backup.made", "installation", sha256});
      });
}

std::optional<base::Instant> last_backup(Settings& settings) {
  const auto text = settings.value(last_backup_setting);
  if (!text) return std::nullopt;
  base::Instant noted;
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, noted.microseconds);
  return read.ec == std::errc() && read.ptr == end ? std::optional(noted) : std::nullopt;
}

}  // namespace smm::app::operating
