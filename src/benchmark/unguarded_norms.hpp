// SPDX-License-Identifier: Apache-2.0
// What norms would tell with a clause off: exact means of sides that blocks straddle (walls_as_unions), and
// of school-level domain scores (domain_from_table). Does nothing when both are on. Internal to benchmark;
// here for the attacks, which have to find these leaks.
#pragma once

#include "benchmark/profession_freeze.hpp"

namespace smm::benchmark {

void add_unguarded_norms(ProfessionRelease& release, const FrozenProfession& frozen,
                         const std::vector<FrameRow>& rows, const Outline& outline, const Clauses& clauses);

}  // namespace smm::benchmark
