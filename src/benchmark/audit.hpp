// SPDX-License-Identifier: Apache-2.0
// The audit: does a release keep the promise, as far as its own files can tell? Recomputes blocks, walls,
// seats, placing, bins, joins, groups, norms, spread, suppression, and what the stack of all releases leaves
// everyone. Each problem names a row.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "benchmark/release.hpp"

namespace smm::benchmark {

// `previous` oldest first. Nothing found: the promise is kept.
base::Problems audit(const Release& release, const std::vector<Release>& previous);

}  // namespace smm::benchmark
