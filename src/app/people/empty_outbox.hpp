// SPDX-License-Identifier: Apache-2.0
// Sends what waits in the outbox. One pass takes some mails, commits that they are being sent, sends them one
// by one, and writes down what became of each. A mail that may have been taken by the server (`unknown`) is
// never sent again by itself.
//
// A mail that was not taken is tried again after 1, 4, 16 minutes and then every hour, for three days.
#pragma once

#include "app/installation/installation.hpp"
#include "app/mailer.hpp"

namespace smm::app {

struct OutboxPass {
  int sent = 0;
  int refused = 0;
  int later = 0;
  int unknown = 0;

  int taken() const { return sent + refused + later + unknown; }
};

// Blocks while mails are sent. Two passes at once send different mails.
OutboxPass empty_outbox(const Installation& installation, Mailer& mailer, std::int64_t most);

// Once when the program starts, before the first pass: mails that were being sent when it ended become
// `unknown`. How many they are.
std::int64_t give_up_unfinished_mails(const Installation& installation);

// From one try to the next, after `attempts` tries.
std::int64_t wait_after(std::int64_t attempts);

inline constexpr std::int64_t mail_tried_for = 3 * base::one_day;

}  // namespace smm::app
