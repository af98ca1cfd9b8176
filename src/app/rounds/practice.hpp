// SPDX-License-Identifier: Apache-2.0
// Use cases: a practice round, for an office that wants to see what schools see before they do. Its schools
// and people are invented, two schools for each program of an edition; its mails go to whoever made it; it
// takes all a round takes but is never frozen, and is deleted whole.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"
#include "assessment/roles.hpp"

namespace smm::app {

// Not open yet, ending in 60 days; nobody is invited yet. Problems: those of the edition shelf.
base::Result<assessment::Round> make_practice_round(Installation& installation, const Pages& pages,
                                                    const Actor& actor, const std::string& edition);

// The round with all there is of it: answers, keys, mails, logs of its schools. The people in it stay without
// a way in. Problems: round_not_found, practice_round for a real one.
base::Result<bool> erase_practice_round(Installation& installation, const std::string& code,
                                        const std::string& actor);

// A personal link of somebody invented who has this part at the school and no other; an author and an
// affirmer get every packet that nobody else has. Problems: practice_round, not_there before the school is
// invited.
base::Result<std::string> practice_link(Installation& installation, const Pages& pages, const Actor& actor,
                                        const SheetKey& sheet, assessment::SchoolRole role);

// The person with an address, in a round: in a practice round always somebody invented, whatever address is
// typed. Within a write. Problems: those of person_at.
base::Result<Person> person_in_round(const Installation& installation, Records& records,
                                     const assessment::Round& round, const Mailbox& mailbox,
                                     base::Instant now);

}  // namespace smm::app
