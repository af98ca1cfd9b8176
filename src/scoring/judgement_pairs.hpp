// SPDX-License-Identifier: Apache-2.0
// The matrix of one judge's comparisons in pairs; a step of read_judgements, where the rules are told.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "scoring/judgement_ballots.hpp"

namespace smm::scoring {

// Row by row over the `judged` children, reciprocal, ones on the diagonal. Pairs that nobody compared are
// added to `missing` and stand as 1; contradictions are reported.
std::vector<double> pair_matrix(const BallotRows& ballot, const std::vector<std::size_t>& judged,
                                const WeightParent& parent, const std::string& source, std::string& missing,
                                base::Problems& problems);

}  // namespace smm::scoring
