// SPDX-License-Identifier: Apache-2.0
// Sends the reminders whose time has come (reminders.hpp). That a reminder is out and its mails in the outbox
// are one transaction: of several who look at once one sends it, and a crash sends it either wholly or later.
#pragma once

#include "app/rounds/reminders.hpp"

namespace smm::app {

struct ReminderPass {
  std::size_t sent = 0;  // reminders
  std::size_t mails = 0;
  std::size_t missed = 0;
};

// For a timer. Only open rounds remind.
ReminderPass send_due_reminders(const Installation& installation, const Pages& pages);

// The mail that a school's dean would get, to be looked at: its links lead nowhere. Problems:
// round_not_found, not_there.
base::Result<Mail> preview_reminder(Installation& installation, const Pages& pages, const std::string& round,
                                    const std::string& school, Audience audience);

}  // namespace smm::app
