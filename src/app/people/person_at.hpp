// SPDX-License-Identifier: Apache-2.0
// The person with an address: found, or added because somebody invited them.
#pragma once

#include "app/installation/installation.hpp"
#include "app/mailer.hpp"

namespace smm::app {

// Within a write. A name that is there already stays. Problems: email_not_valid, person_deactivated,
// practice_address.
base::Result<Person> person_at(const Installation& installation, Records& records, const Mailbox& mailbox,
                               base::Instant now);

// The same for somebody who was invented for a practice round; only they have such addresses
// (practice_address.hpp), and person_at refuses them.
base::Result<Person> invented_person(const Installation& installation, Records& records,
                                     const Mailbox& mailbox, base::Instant now);

// As people may be named: no control characters, no white space at the ends, at most 200 characters.
std::string tidy_name(std::string_view typed);

}  // namespace smm::app
