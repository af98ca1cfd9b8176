// SPDX-License-Identifier: Apache-2.0
// Sends what waits in the outbox, one mail after the other: that it is being sent is committed before, what
// became of it afterwards, together with the intent to send the next. Whatever ends the program leaves at
// most one mail whose fate nobody knows (`unknown`), and that is never sent again by itself.
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

// Blocks while mails are sent. Two passes at once, be it of two programs on one database, send different
// mails. With `per_minute` (0: as many as there are) all of them together begin no more than so many in any
// 60 seconds, also across new starts: mail servers of institutions take a campaign for spam when it comes at
// once.
OutboxPass empty_outbox(const Installation& installation, Mailer& mailer, std::int64_t most,
                        std::int64_t per_minute = 0);

// Once when a program that has the database alone starts, before its first pass: mails that were being sent
// when it ended become `unknown`. How many they are.
std::int64_t give_up_unfinished_mails(const Installation& installation);

// From time to time, where several programs send: the same for mails whose sender has told nothing for
// `mail_lease`. Should it tell after all, what it says counts.
std::int64_t give_up_left_mails(const Installation& installation);

// Longer than any sending lasts (four minutes, adapters/smtp_mailer.hpp), and than clocks differ.
inline constexpr std::int64_t mail_lease = 10 * base::one_minute;

// From one try to the next, after `attempts` tries.
std::int64_t wait_after(std::int64_t attempts);

inline constexpr std::int64_t mail_tried_for = 3 * base::one_day;

}  // namespace smm::app
