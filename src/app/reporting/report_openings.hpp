// SPDX-License-Identifier: Apache-2.0
// Who opened a report: told in the school's log before anything is handed out, and shown to its dean.
#pragma once

#include <string>
#include <vector>

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "assessment/ids.hpp"

namespace smm::app {

inline constexpr const char* report_opened = "report.open";

// `actor` as in the log; `form` is a name of report_forms. What cannot be told is not handed out: throws as
// every write does.
base::Result<bool> tell_report_opened(Installation& installation, const assessment::SchoolId& school,
                                      const std::string& round, const std::string& actor,
                                      const std::string& form);

}  // namespace smm::app
