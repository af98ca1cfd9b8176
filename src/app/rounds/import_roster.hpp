// SPDX-License-Identifier: Apache-2.0
// Use case: take a roster in. Schools are recognized by their code; those that are there are brought up to
// date, those that are new get a key of their own. Columns that the file does not have leave what is known.
// Nothing is ever removed, and nothing is done by halves.
#pragma once

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/rounds/roster_plan.hpp"

namespace smm::app {

struct RosterOutcome {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t unchanged = 0;
};

// `actor`: a person's id, or "command:roster import". A dry run writes nothing. Problem: roster_code, for the
// code of a school that was invented for practice.
base::Result<RosterOutcome> import_roster(Installation& installation,
                                          const std::vector<RosterSchool>& schools, const std::string& actor,
                                          bool dry_run);

// The same, but only while the roster still is the one that a plan was made for (RosterPlan::standing).
// Problem: roster_moved.
base::Result<RosterOutcome> import_as_planned(Installation& installation,
                                              const std::vector<RosterSchool>& schools,
                                              const std::string& standing, const std::string& actor);

}  // namespace smm::app
