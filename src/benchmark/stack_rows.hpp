// SPDX-License-Identifier: Apache-2.0
// The stack: what all releases of a profession together say about its units in one area, as sums that lie
// between two ends. Units are the same over the rounds by the institution's id, and are taken to have kept
// their scores; every unit of a block that answered is taken to be scored, as nobody outside can know better.
// Internal to benchmark.
#pragma once

#include <string>
#include <vector>

#include "benchmark/release.hpp"

namespace smm::benchmark {

struct StackRow {
  std::vector<std::size_t> units;  // positions in Stack::unit_ids, ascending
  double low = 0;                  // of the units' sum
  double high = 0;
};

struct Stack {
  std::vector<std::string> unit_ids;        // sorted; that answered in any release
  std::vector<std::vector<StackRow>> rows;  // by area of the last release's outline
};

// Oldest first. Areas that the last release does not know are left out.
Stack stack_of(const std::vector<const ReleaseContent*>& releases, const std::string& profession);

}  // namespace smm::benchmark
