// SPDX-License-Identifier: Apache-2.0
// Use cases: who works on a school's sheet. Whoever joins gets a mail with a personal link; when somebody
// leaves, their links die and their drafts stay.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"
#include "render/texts.hpp"

namespace smm::app {

struct Joining {
  Mailbox who;
  assessment::SchoolRole role = assessment::SchoolRole::author;
};

// Within a write: the person is found or added, gets the role, and a mail if it is new to them. Problems:
// email_not_valid, person_deactivated.
base::Result<Person> join_school(const Installation& installation, const Pages& pages, Records& records,
                                 const Actor& actor, const OpenSheet& sheet, const Joining& joining,
                                 base::Instant now);

base::Result<Person> add_to_school(Installation& installation, const Pages& pages, const Actor& actor,
                                   const OpenSheet& sheet, const Joining& joining);

// Takes a role away. Assignments of somebody who has no role left end; so do their links to the school, and
// packets they were to affirm have nobody. The part of a dean, and of a reader of the report, is ended by a
// dean alone. Problems: not_a_member,
// not_allowed, last_coordinator.
base::Result<bool> remove_from_school(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                                      const assessment::PersonId& person, assessment::SchoolRole role);

// Within a write: what was handed to somebody goes back, and their links to the school end. For those who
// have no role left there.
void give_all_back(Records& records, const OpenSheet& sheet, const assessment::PersonId& person,
                   base::Instant now);

// Within a write: a mail mail.<kind> to the school's deans and coordinators, with {name}, {school}, {round}
// and what `more` holds.
base::Result<std::size_t> tell_leaders(const Installation& installation, const Pages& pages, Records& records,
                                       const SheetKey& sheet, std::string_view kind,
                                       const std::vector<render::TextArgument>& more, base::Instant now);

// Within a write: the same to one person, with a link to a path of the sheet.
base::Result<MailId> tell_person(const Installation& installation, const Pages& pages, Records& records,
                                 const SheetKey& sheet, const Person& person, std::string_view kind,
                                 const std::string& path_below, const std::vector<render::TextArgument>& more,
                                 base::Instant now);

}  // namespace smm::app
