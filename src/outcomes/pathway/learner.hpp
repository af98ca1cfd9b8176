// SPDX-License-Identifier: Apache-2.0
// What a journal says of each learner, once corrections are taken in; and the files that measures read.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "outcomes/pathway/journal.hpp"

namespace smm::outcomes::pathway {

struct Stage {
  Day date;
  std::string school_id;
  std::string programme;
};

struct Exposure {
  std::string code;
  Day from;
  Day until;
};

struct Learner {
  std::string id;
  std::map<EntryKind, Stage> stages;  // enrolled to practicing; the last entry of each counts
  std::vector<Exposure> exposures;    // by code
  std::string professional_id;

  const Stage* stage(EntryKind kind) const;
};

// In the order in which they were enrolled.
std::vector<Learner> learners_of(const std::vector<Entry>& journal);

// What cannot be true; `places` are those of the entries.
base::Problems contradictions(const std::vector<Entry>& journal, const std::vector<base::Place>& places);

// cohort.csv for `smm measure run`: graduate_id (the learner), school, program, stages as dates, exposures.
// A stage that is not recorded is left empty ("not known"), or written "no" where the registry is complete.
std::string learners_cohort_csv(const std::vector<Learner>& learners, bool complete);

// links.csv: who has an NPI attached is linked to it; who has another professional id is not expected to.
std::string learners_links_csv(const std::vector<Learner>& learners);

}  // namespace smm::outcomes::pathway
