// SPDX-License-Identifier: Apache-2.0
// T1, T2, T4 and T14 on the answers of `compare`: filters, random sets, trackers, drafts, and a seeded search
// for an answer that the table does not give.
//
// Expected of every answer: sum over blocks of (picks in block / picks) x bin midpoint, for at least ten
// schools in at least two blocks. Anything else is a finding.
#pragma once

#include "finding.hpp"
#include "intervals.hpp"
#include "release_tool.hpp"

namespace smm::attacks {

// T1 and T2: `filters` of the filter form and `sets` random sets with trackers, solved exactly for single
// schools. Where few answers are rounded so that they contradict nothing, some claims are right by luck; they
// are found when most claims are right, and excused otherwise. `tool` has published the world.
Finding solved_from_answers(Tool& tool, const World& world, int filters, int sets);

// T14: sets of any size, with repetitions, with schools that did not answer, with the asker; keeps to what
// came closest to breaking the rule and changes it on.
Finding searched_answers(const ReleaseTool& tool, const Evidence& evidence, int asks, std::uint64_t seed);

// T4: 96 drafts of one's own scores; nothing of others may move with them.
Finding drafts(const ReleaseTool& tool, const World& world);

// T14: who gave nothing asks.
Finding asks_without_giving(const ReleaseTool& tool, const World& world, int asks);

}  // namespace smm::attacks
