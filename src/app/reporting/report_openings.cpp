// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/report_openings.hpp"

namespace smm::app {

base::Result<bool> tell_report_opened(Installation& installation, const assessment::SchoolId& school,
                                      const std::string& round, const std::string& actor,
                                      const std::string& form) {
  return change<bool>(
      installation.database, installation.clock, [&](Records&, base::Instant) -> base::Result<Change<bool>> {
        return Change<bool>(true, AuditEntry{school.text(), actor, report_opened, round + " " + form, ""});
      });
}

}  // namespace smm::app
