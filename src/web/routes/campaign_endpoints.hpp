// SPDX-License-Identifier: Apache-2.0
// Endpoints of an office's campaign around a round: its roster, inviting, its own words, letters for the
// post, reminders, whom it writes to, practice; and what everybody is told of rounds. Part of all_endpoints.
#pragma once

#include "web/routes/endpoints.hpp"

namespace smm::web {

std::vector<Endpoint> letter_endpoints();                          // whoever has a letter
std::vector<Endpoint> letters_endpoints(const RouteParts& parts);  // whoever prints letters
std::vector<Endpoint> inviting_endpoints();
std::vector<Endpoint> office_reminder_endpoints();
std::vector<Endpoint> word_endpoints();
std::vector<Endpoint> stop_endpoints();  // whoever wants no more reminders
std::vector<Endpoint> toolkit_endpoints(const RouteParts& parts);
std::vector<Endpoint> office_roster_endpoints(const RouteParts& parts);
std::vector<Endpoint> office_contact_endpoints();
std::vector<Endpoint> office_practice_endpoints(const RouteParts& parts);

}  // namespace smm::web
