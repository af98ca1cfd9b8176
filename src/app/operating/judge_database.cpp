// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/operating/judge.hpp"

namespace smm::app::operating {
namespace {

constexpr const char* server_check = "postgresql";
constexpr const char* backups_check = "backups";

constexpr std::int64_t oldest_server = 130000;
// A serve opens a connection for each worker, some for reading, and one to hold the installation.
constexpr std::int64_t fewest_connections = 60;

constexpr std::int64_t late_backup = 2 * base::one_day;
constexpr std::int64_t lost_backup = 8 * base::one_day;

void judge_durability(Findings& found, const ServerSeen& seen) {
  const auto is_off = [&](const char* setting, const std::string& value) {
    if (value == "off")
      found.push_back({server_check, Health::problem,
                       std::string(setting) + " is off: a power cut can lose what was said to be saved.",
                       "Set " + std::string(setting) + " = on in postgresql.conf and restart the server."});
  };
  is_off("fsync", seen.fsync);
  is_off("full_page_writes", seen.full_page_writes);
  is_off("synchronous_commit", seen.synchronous_commit);
}

std::string days(std::int64_t microseconds) {
  const std::int64_t count = microseconds / base::one_day;
  return fmt::format("{} day{}", count, count == 1 ? "" : "s");
}

Finding no_backup(std::int64_t age) {
  return {
      backups_check, age < lost_backup ? Health::advice : Health::problem,
      "No smm backup was ever noted here; the database was made " + days(age) + " ago.",
      "Run smm backup, and let a timer run it each night. Copies that PostgreSQL's own tools make are not "
      "known here."};
}

}  // namespace

Findings judge_schema(const SchemaSeen& seen) {
  if (!seen.fault.empty())
    return {{"database", Health::problem, "The database is not fit for this program: " + seen.fault + ".",
             "docs/howto/upgrade.md says which program fits which database; docs/howto/operate.md what to "
             "look at when it does not answer."}};
  if (seen.applied < seen.known)
    return {{"database", Health::problem,
             fmt::format("The database has schema {}, and this program needs {}.", seen.applied, seen.known),
             "Take a backup, stop the service and run smm migrate (docs/howto/upgrade.md)."}};
  return {{"database", Health::ok, fmt::format("The database answers and has schema {}.", seen.applied)}};
}

Findings judge_server(const ServerSeen& seen) {
  Findings found;
  judge_durability(found, seen);
  if (seen.version < oldest_server)
    found.push_back(
        {server_check, Health::problem,
         fmt::format("The server is PostgreSQL {}, which is not tried here any more.", seen.version / 10000),
         "Use PostgreSQL 15 or newer."});
  if (!seen.local && !seen.encrypted)
    found.push_back({server_check, Health::problem,
                     "The connection to the server on another machine is not encrypted.",
                     "Add sslmode=verify-full to the URL, and a certificate to the server."});
  if (seen.connections < fewest_connections)
    found.push_back(
        {server_check, Health::advice, fmt::format("The server takes {} connections.", seen.connections),
         fmt::format("Set max_connections to {} for each smm serve, or more.", fewest_connections)});
  if (found.empty())
    found.push_back({server_check, Health::ok,
                     fmt::format("PostgreSQL {} keeps what it says it has kept (synchronous_commit is {}).",
                                 seen.version / 10000, seen.synchronous_commit)});
  return found;
}

Findings judge_backups(const BackupsSeen& seen, base::Instant now) {
  if (!seen.last) return {no_backup(now - seen.made)};
  const std::int64_t age = now - *seen.last;
  const std::string told = "The last smm backup was made " + days(age) + " ago";
  if (age < late_backup) return {{backups_check, Health::ok, told + "."}};
  return {{backups_check, age < lost_backup ? Health::advice : Health::problem,
           told + ": what was saved since then is in no copy.",
           "Look at systemctl status smm-backup.timer smm-backup.service, and run smm backup."}};
}

}  // namespace smm::app::operating
