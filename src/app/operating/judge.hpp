// SPDX-License-Identifier: Apache-2.0
// What follows from what was measured: pure rules, a function for each thing that is looked at. Each gives at
// least one finding. docs/reference/doctor.md has the limits; tests/doctor has a table for each rule.
#pragma once

#include "app/operating/finding.hpp"
#include "app/operating/measured.hpp"

namespace smm::app::operating {

Findings judge_settings(const SettingsSeen& seen);
Findings judge_schema(const SchemaSeen& seen);
Findings judge_server(const ServerSeen& seen);
Findings judge_clock(const ClockSeen& seen);
Findings judge_disk(const DiskSeen& seen);
Findings judge_key(const KeySeen& seen, base::Instant now);
Findings judge_mail(const MailSeen& seen);
Findings judge_outbox(const OutboxSeen& seen, base::Instant now);
Findings judge_printer(const PrinterSeen& seen);
Findings judge_backups(const BackupsSeen& seen, base::Instant now);

// All of it, in this order.
Findings judge(const Measured& measured);

}  // namespace smm::app::operating
