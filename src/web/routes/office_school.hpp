// SPDX-License-Identifier: Apache-2.0
// The page of a school of a round in the office, for the forms that stand on it.
#pragma once

#include "app/rounds/call_log.hpp"
#include "web/routes/office_round.hpp"
#include "web/session/page_parts.hpp"

namespace smm::web {

// `problems` are of the note of a call that was not taken.
base::Result<Page> part_page(const Call& call, const RoundShown& round, const PartShown& each,
                             const base::Problems& problems);

std::vector<Crumb> part_crumbs(const Call& call, const assessment::Round& round,
                               const assessment::School& school, const std::string& title);

// What was said with the school, and the form for more, as page_office_school shows them.
void set_calls(const Call& call, render::View& view, const std::string& action,
               const std::vector<app::CallShown>& calls, const base::Problems& problems);

}  // namespace smm::web
