// SPDX-License-Identifier: Apache-2.0
// Use case: link a school's roster to the installation's registry and run the measures over it, as a job
// (app/installation/run_jobs.hpp), since it takes longer than a request may. What comes of it is sealed;
// decisions of reviewers go into it, whatever snapshot the registry is at by now.
#pragma once

#include "app/answering/hand.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/run_jobs.hpp"

namespace smm::app {

// Problems: registry_not_set, roster_missing, graduates_off, graduates_elsewhere, key_unavailable.
base::Result<Job> ask_for_linkage(Installation& installation, const OutcomeSources& sources,
                                  const Hand& hand);

// What carries such jobs out; `installation` and `sources` outlive it.
JobKinds graduate_jobs(Installation& installation, const OutcomeSources& sources);

}  // namespace smm::app
