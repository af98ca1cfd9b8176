// SPDX-License-Identifier: Apache-2.0
// Finds persons by name and state, whatever the case of the letters. Present and other surnames count alike.
#pragma once

#include <string>
#include <vector>

#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

struct PersonQuery {
  std::string last;
  std::string first;  // empty: any; a beginning is enough
  std::string state;  // empty: any; of any address or licence
};

// Rows, ascending.
std::vector<Row> find_persons(const Snapshot& snapshot, const PersonQuery& query);

}  // namespace smm::outcomes::registry
