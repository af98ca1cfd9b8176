// SPDX-License-Identifier: Apache-2.0
#include "app/installation/rotate_keys.hpp"

#include "app/installation/problems.hpp"

namespace smm::app {

KeyStatus key_status(Database& database, const crypto::InstallationKey& key) {
  KeyStatus status;
  database.read([&](Records& records) {
    status = {crypto::key_id(key), records.settings.value(key_setting).value_or(""), 0, {}};
    for (const KeptKey& kept : records.schools.keys()) {
      ++status.keys;
      if (!crypto::unwrap(key, kept.wrapped, kept.owner)) status.unopened.push_back(kept.owner);
    }
  });
  return status;
}

base::Result<std::size_t> rotate_keys(Database& database, const Clock& clock,
                                      const crypto::InstallationKey& from,
                                      const crypto::InstallationKey& to) {
  return change<std::size_t>(
      database, clock, [&](Records& records, base::Instant) -> base::Result<Change<std::size_t>> {
        std::size_t count = 0;
        for (const KeptKey& kept : records.schools.keys()) {
          const auto wrapped = crypto::rewrap(from, to, kept.wrapped, kept.owner);
          if (!wrapped)
            return base::Problem(
                installation_problem::key_unavailable,
                "The key of " + kept.owner + " does not open under the key at hand; nothing was changed");
          records.schools.keep_key({kept.owner, *wrapped});
          ++count;
        }
        records.settings.set(key_setting, crypto::key_id(to));
        return Change<std::size_t>(count, AuditEntry{"office", "command:keys rotate", "key.rotate",
                                                     crypto::key_id(to), crypto::key_id(from)});
      });
}

}  // namespace smm::app
