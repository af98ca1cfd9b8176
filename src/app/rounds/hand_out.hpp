// SPDX-License-Identifier: Apache-2.0
// Use cases: hand packets, areas and single questions to people, name who answers for a packet, take work
// back.
#pragma once

#include "app/rounds/school_people.hpp"

namespace smm::app {

struct HandOut {
  assessment::Scope scope = assessment::Scope::packet;
  std::string target;  // id of an office, a section, or an item
  Mailbox author;
  std::optional<std::string> due;  // YYYY-MM-DD
  Mailbox affirmer;                // of a packet; an empty address leaves who is there
};

// Author and affirmer join the school if they have not yet. Problems: no_such_target, bad_round for a due day
// that is none, email_not_valid, person_deactivated.
base::Result<assessment::Assignment> hand_out(Installation& installation, const Pages& pages,
                                              const Actor& actor, const OpenSheet& sheet,
                                              const HandOut& wanted);

// Who answers for a packet by name, and until when.
base::Result<assessment::Packet> name_affirmer(Installation& installation, const Pages& pages,
                                               const Actor& actor, const OpenSheet& sheet,
                                               const std::string& office, const Mailbox& affirmer,
                                               const std::optional<std::string>& due);

// Problem: not_there.
base::Result<bool> take_back(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                             const assessment::AssignmentId& assignment);

// Within a read or write: the packet as it is kept, or untouched.
assessment::Packet packet_or_untouched(Records& records, const SheetKey& sheet, const std::string& office,
                                       bool locked);

// Is it a day of the calendar, written 2026-10-31?
bool is_day(const std::string& text);

}  // namespace smm::app
