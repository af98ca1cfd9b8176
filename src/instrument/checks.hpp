// SPDX-License-Identifier: Apache-2.0
// What must hold of an edition beyond the shape of its files. Each check reports everything it finds.
#pragma once

#include "base/problem.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

void check_help(const Edition& edition, base::Problems& problems);  // what an item owes its reader
void check_points(const Edition& edition,
                  base::Problems& problems);  // steps rise, all can be earned, zero exists
void check_areas(const Edition& edition, base::Problems& problems);  // enough to score, per programme
void check_time(const Edition& edition, base::Problems& problems);   // within the programme's minutes

// Parses each item's ask_if into Item::ask_if, then checks for circles, unreachable items, and scored items
// that open on fewer points.
void check_routes(Edition& edition, base::Problems& problems);

}  // namespace smm::instrument
