// SPDX-License-Identifier: Apache-2.0
// For every clause of the design: a build without it, the attack that then finds the leak, and the same
// attack with the clause in force. A bench that finds nothing either way would prove nothing.
//
// Most clauses are switches of `benchmark::Clauses`. What the program cannot do even with a switch (answering
// from scores, live norms, percentiles of drafts, panels, counts, hashes over scores, withholding by scores)
// is a careless tool written here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "finding.hpp"

namespace smm::attacks {

struct ClauseTrial {
  std::string clause;
  std::string leak;  // what is found without it, in words
  std::string attack;
  std::function<Finding()> with, without;
};

std::vector<ClauseTrial> clause_trials();

// The careless tools, for clauses that have no switch.
std::vector<ClauseTrial> careless_trials();

}  // namespace smm::attacks
