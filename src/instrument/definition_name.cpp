// SPDX-License-Identifier: Apache-2.0
#include "instrument/definition_name.hpp"

#include "instrument/problems.hpp"

namespace smm::instrument {

void check_definition_name(const base::Document& document, const std::string& expected,
                           const base::Place& where, base::Problems& problems) {
  const std::string& path = document.place.source;
  const std::string name = path.substr(path.rfind('/') + 1);
  if (name == expected + ".yaml") return;
  problems.emplace_back(problem::concordance_file_name,
                        "by its content this file should be named " + expected + ".yaml, not " + name, where);
}

}  // namespace smm::instrument
