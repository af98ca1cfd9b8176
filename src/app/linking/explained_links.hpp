// SPDX-License-Identifier: Apache-2.0
// Reads back the explanations of a linkage.
#pragma once

#include <string>
#include <vector>

#include "app/files.hpp"

namespace smm::app::linking {

struct ExplainedField {
  std::string field;  // "surname"
  std::string level;  // "same"
  double weight = 0;  // natural logarithm of m / u
};

struct ExplainedCandidate {
  std::string npi;
  double probability = 0;
  std::vector<ExplainedField> fields;
};

struct ExplainedLink {
  std::string graduate_id;
  std::string state;
  double none = 1;
  std::vector<ExplainedCandidate> candidates;
};

base::Result<std::vector<ExplainedLink>> read_explained_links(const Files& files, const std::string& path);

}  // namespace smm::app::linking
