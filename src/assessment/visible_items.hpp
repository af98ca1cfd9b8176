// SPDX-License-Identifier: Apache-2.0
// What a person sees of a school's sheet, and where they may write.
//
//   sees    everything, with the right read_all_answers (rights.hpp), or read_own_answers where the
//           coordinator opened the sheet (Participation::authors_see_all); with read_own_answers else what is
//           their own
//   writes  everything with write_all_answers, what is their own with write_own_answers, as long as the
//   round,
//           the sheet and the packet take answers
//   own     items of live assignments, and the packets they are named to affirm
//
// Everything here is by place of the sheet; whoever serves a page asks before it opens anything.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assessment/assignment.hpp"
#include "assessment/packet.hpp"
#include "assessment/participation.hpp"
#include "assessment/rights.hpp"
#include "assessment/round.hpp"
#include "assessment/sheet_plan.hpp"

namespace smm::assessment {

// Who looks, and how the school has divided the work.
struct Onlooker {
  PersonId person;
  Standing standing;
};

struct DividedWork {
  const Participation& participation;
  std::span<const Packet> packets;
  std::span<const Assignment> assignments;  // of anybody; ended ones do not count
};

// By position in SheetPlan::answers.
std::vector<bool> visible_places(const SheetPlan& plan, const Onlooker& onlooker, const DividedWork& work);

// Likewise; whose they are, whatever the states of round, sheet and packet.
std::vector<bool> writable_places(const SheetPlan& plan, const Onlooker& onlooker, const DividedWork& work);

// Offices with at least one place that is visible, in the edition's order.
std::vector<std::string> visible_packets(const SheetPlan& plan, const std::vector<bool>& visible);

// What stands against writing this answer now, the nearest reason first: nothing when it may be written.
// Problems: not_yours (also for a place that the sheet does not have: nobody learns which there are),
// round_not_open, not_accepted, sheet_locked, packet_locked.
std::optional<base::Problem> refusal_to_write(const SheetPlan& plan, const AnswerPlace& place,
                                              const Onlooker& onlooker, const DividedWork& work,
                                              const Round& round, base::Instant now);

}  // namespace smm::assessment
