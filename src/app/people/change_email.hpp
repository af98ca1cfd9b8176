// SPDX-License-Identifier: Apache-2.0
// A person's e-mail address changes when they follow a link that was mailed to the new one; the old address
// is told when it is asked for and when it is done.
#pragma once

#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/people/throttle.hpp"

namespace smm::app {

// By a person who is signed in. The answer does not tell whether somebody else has the address. Problem:
// email_not_valid.
base::Result<std::optional<Throttled>> ask_to_change_email(const Installation& installation,
                                                           const Pages& pages, const Actor& actor,
                                                           const std::string& email);

// Within a write; gives what the log is to tell. Problems: email_taken, person_deactivated.
base::Result<std::vector<AuditEntry>> set_email(const Installation& installation, const Pages& pages,
                                                Records& records, const assessment::PersonId& id,
                                                const std::string& email, base::Instant now);

}  // namespace smm::app
