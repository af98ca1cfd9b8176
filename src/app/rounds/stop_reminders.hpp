// SPDX-License-Identifier: Apache-2.0
// No more reminders of a round, for one person: by the address that invitations and reminders carry in their
// List-Unsubscribe header, without signing in. The address holds a note sealed by the office's key: nobody
// can make one up, and nothing is kept until somebody uses it. Looking changes nothing; stopping is a form.
// Mails of the service, such as links to sign in and notices, go on, and so do mails that somebody sends by
// hand.
#pragma once

#include "app/installation/installation.hpp"

namespace smm::app {

// The whole address. Within a write. Problem: key_unavailable.
base::Result<std::string> stop_link(const Installation& installation, Records& records,
                                    const assessment::Round& round, const assessment::PersonId& person);

bool wants_no_reminders(Records& records, const assessment::RoundId& round,
                        const assessment::PersonId& person);

struct StopSeen {
  std::string round;   // title
  std::string masked;  // address of the person
  bool stopped = false;
};

// Problem: not_there, when the token was not made here or has run out.
base::Result<StopSeen> look_at_stop(Installation& installation, const std::string& token);
base::Result<StopSeen> stop_reminders(Installation& installation, const std::string& token);

}  // namespace smm::app
