// SPDX-License-Identifier: Apache-2.0
// All attacks on one world's releases, with clauses of the design on or off.
#pragma once

#include "benchmark/clauses.hpp"
#include "finding.hpp"
#include "world.hpp"

namespace smm::attacks {

// How hard to try.
struct Effort {
  int stack_targets = 1;             // schools of an area for which two colluders are sought over the rounds
  int filters = 40, peer_sets = 40;  // questions to `compare`
  int asks = 60;                     // of the random search
  int spread_targets = 1;            // schools of a printed spread that all others pool against
  std::size_t spread_largest = 35;   // in groups no larger
};

inline constexpr Effort small_effort{};
inline constexpr Effort full_effort{4, 150, 150, 300, 1, 45};

// One row for each attack, in the order of the bench's table.
Findings attack_world(const World& world, const benchmark::Clauses& clauses, const Effort& effort);

void add_up(Findings& sum, const Findings& more);

}  // namespace smm::attacks
