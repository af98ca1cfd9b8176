// SPDX-License-Identifier: Apache-2.0
// Use cases: upload, replace and remove the roster of graduates and the cohort that tells what no registry
// knows. A file is checked whole before anything is kept: what keeps it from being taken, and what would be
// read over, each with its line.
#pragma once

#include <string>

#include "app/answering/hand.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::size_t most_upload_bytes = std::size_t{4} << 20;
inline constexpr std::size_t most_upload_rows = 5'000;

struct CheckedUpload {
  std::size_t rows = 0;
  base::Problems refused;   // nothing is kept while there is one
  base::Problems doubtful;  // values taken as absent, columns that are not used
  bool kept = false;
};

// docs/reference/link-files.md has the roster's columns, docs/reference/measures.md the cohort's; a cohort
// without the column school_id is the own school's.
CheckedUpload check_roster(const std::string& bytes);
CheckedUpload check_cohort(Installation& installation, const OutcomeSources& sources, const OpenSheet& sheet,
                           const std::string& bytes);

// Keeps it unless it was refused, or is doubtful and `although_doubtful` is false. A new roster makes the
// last linkage void; decisions about pairs stay. Problems: graduates_off, graduates_elsewhere,
// key_unavailable.
base::Result<CheckedUpload> keep_roster(Installation& installation, const Hand& hand,
                                        const std::string& bytes, bool although_doubtful);
base::Result<CheckedUpload> keep_cohort(Installation& installation, const OutcomeSources& sources,
                                        const Hand& hand, const std::string& bytes, bool although_doubtful);

// With the linkage, its results and all decisions; or the cohort alone.
base::Result<bool> remove_roster(Installation& installation, const Hand& hand);
base::Result<bool> remove_cohort(Installation& installation, const Hand& hand);

// The day in UTC, as measures take it.
std::string day_of(const Installation& installation, base::Instant when);

}  // namespace smm::app
