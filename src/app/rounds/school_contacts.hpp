// SPDX-License-Identifier: Apache-2.0
// Use case: whom to write to at a school changes, also in mid-round. The roster's words change for all
// rounds; in the round at hand somebody else may be invited instead of who was: then the old dean's part and
// links end, the new one gets a mail, and the others who lead the school's sheet are told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "assessment/school.hpp"

namespace smm::app {

enum class Invitee : std::uint8_t { nobody, dean, interim, director };
std::string_view to_string(Invitee invitee);

struct NewContacts {
  assessment::Contacts contacts;
  std::string standing;               // of roster_standing, for the school as the person saw it
  Invitee invitee = Invitee::nobody;  // of these contacts, who has the dean's part in the round from now on
};

struct ContactsOutcome {
  bool changed = false;  // the roster
  bool invited = false;  // somebody else
};

// Problems: roster_cell and email_not_valid, placed at the roster's name of a column; roster_moved,
// nobody_to_invite, practice_round (there everybody is invented), not_there, person_deactivated.
base::Result<ContactsOutcome> change_contacts(Installation& installation, const Pages& pages,
                                              const Actor& actor, const SheetKey& sheet,
                                              const NewContacts& wanted);

}  // namespace smm::app
