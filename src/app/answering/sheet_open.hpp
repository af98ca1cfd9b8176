// SPDX-License-Identifier: Apache-2.0
// May a sheet be worked on at this moment? Asked within a write, under the lock of the school's writers.
#pragma once

#include <optional>

#include "app/answering/hand.hpp"

namespace smm::app {

// Locks the school's part in the round. Problems: round_not_open, not_accepted, sheet_locked.
std::optional<base::Problem> refusal_now(Records& records, const OpenSheet& sheet, base::Instant now);

// What this person sees now, by position in SheetPlan::answers: roles are those the hand came with,
// assignments and packets as they stand.
std::vector<bool> seen_by(Records& records, const Hand& hand);

// Where they may write now, whatever the states of sheet and packet.
std::vector<bool> written_by(Records& records, const Hand& hand);

// The same for somebody else of the school, with the roles they have there.
std::vector<bool> seen_by_member(Records& records, const OpenSheet& sheet,
                                 const assessment::PersonId& person);

}  // namespace smm::app
