// SPDX-License-Identifier: Apache-2.0
// What freezing does where the stack of all releases would tell too much: in that area alone the whole
// profession becomes one block; where that still tells too much, the area has no row. Areas share no unknown,
// so that no other area is touched. Internal to benchmark.
#pragma once

#include <functional>

#include "base/problem.hpp"
#include "benchmark/profession_freeze.hpp"
#include "benchmark/stack_rows.hpp"

namespace smm::benchmark {

// `rounds`: all earlier ones and, last, that of which `frozen` is a part; `take` writes `frozen` into it.
void fall_back(FrozenProfession& frozen, const std::vector<StackedRound>& rounds, const Outline& outline,
               const Clauses& clauses, const std::function<void()>& take);

// Earlier rounds whose scores, where they are given, do not lie in the bins that were printed.
base::Problems tables_that_differ(const std::vector<StackedRound>& rounds);

}  // namespace smm::benchmark
