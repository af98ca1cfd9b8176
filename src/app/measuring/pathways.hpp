// SPDX-License-Identifier: Apache-2.0
// Use cases on a pathway registry, which is one CSV file (outcomes/pathway/journal.hpp). Each reads the whole
// file, adds to it, and writes it whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "base/random_bytes.hpp"
#include "outcomes/pathway/learner.hpp"

namespace smm::app::measuring {

struct EnrollRequest {
  std::string pathway;  // made if it does not exist
  std::size_t count = 1;
  outcomes::registry::Day day;
  std::string school_id;
  std::string programme;
};

// The new ids, in the order in which they stand in the file.
base::Result<std::vector<std::string>> enroll_learners(const Files& files, const EnrollRequest& request,
                                                       base::RandomBytes& random);

// Adds the entries of a file; returns how many.
base::Result<std::size_t> record_entries(const Files& files, const std::string& pathway,
                                         const std::string& entries, outcomes::registry::Day day);

base::Result<std::vector<outcomes::pathway::Learner>> read_learners(const Files& files,
                                                                    const std::string& pathway,
                                                                    outcomes::registry::Day day);

}  // namespace smm::app::measuring
