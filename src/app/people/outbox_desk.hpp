// SPDX-License-Identifier: Apache-2.0
// Use cases: what the office does about mails by hand. Nobody reads a mail there, since the links in it open
// doors; its kind, receiver, state and what the server said are all that is told.
#pragma once

#include <utility>
#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

struct OutboxDesk {
  std::vector<std::pair<MailState, std::int64_t>> sizes;
  std::vector<WaitingMail> troubled;  // unknown and refused, the latest first
  std::vector<WaitingMail> latest;
};
inline constexpr std::int64_t mails_on_desk = 200;

base::Result<OutboxDesk> outbox_desk(Installation& installation);

// Problem: not_there.
base::Result<WaitingMail> mail_on_desk(Installation& installation, const MailId& id);

// The newest first.
base::Result<std::vector<WaitingMail>> mails_of_part(Installation& installation,
                                                     const assessment::RoundId& round,
                                                     const assessment::SchoolId& school);

// A mail of which nobody knows whether it was taken goes out once more, with the same Message-ID. Problems:
// not_there, mail_not_unknown.
base::Result<WaitingMail> send_again(Installation& installation, const Actor& actor, const MailId& id);

// Somebody saw that a mail came back, or that this was noted by mistake. Problems: not_there, mail_not_sent.
base::Result<WaitingMail> note_bounce(Installation& installation, const Actor& actor, const MailId& id,
                                      bool came_back);

}  // namespace smm::app
