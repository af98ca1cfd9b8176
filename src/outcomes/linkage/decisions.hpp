// SPDX-License-Identifier: Apache-2.0
// What reviewers decided about pairs of a graduate and an NPI: graduate_id,npi,decision with decision same,
// different or unsure. They outlive the snapshot: same must link, different cannot, unsure changes nothing.
// The last row about a pair counts, so that a file may be appended to. More columns are welcome.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/linkage/link_roster.hpp"

namespace smm::outcomes::linkage {

// Rows without a decision are skipped: they are still to be reviewed.
base::Result<std::vector<Decision>> read_decisions(const base::Table& table);

}  // namespace smm::outcomes::linkage
