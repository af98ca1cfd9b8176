// SPDX-License-Identifier: Apache-2.0
// Which units of a profession a dean's choice of peers means: those that answered, without the dean's own.
// Internal to benchmark; PeerChoice is in comparison.hpp.
#pragma once

#include "benchmark/comparison.hpp"

namespace smm::benchmark {

inline constexpr std::size_t least_peers = 10;

// Positions in the profession's units, ascending. Problems: school_unknown, peer_filter_unreadable (a
// variable that there is not).
base::Result<std::vector<std::size_t>> chosen_peers(const PeerChoice& choice, const ReleaseIndex& index,
                                                    const ProfessionIndex& profession, std::size_t own);

}  // namespace smm::benchmark
