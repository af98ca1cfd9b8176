// SPDX-License-Identifier: Apache-2.0
// What a roster and the registry say of somebody, fact by fact, for whoever compares the two.
#pragma once

#include <string>
#include <vector>

#include "base/table.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::app::linking {

struct ToldFact {
  std::string name;  // "last", "taxonomy"
  std::string text;
};

// Every cell that is not empty, as the roster names it; without the id and the NPI.
std::vector<ToldFact> facts_of_graduate(const base::Table& roster, const base::TableRow& row);

std::vector<ToldFact> facts_of_person(const outcomes::registry::Snapshot& snapshot,
                                      outcomes::registry::Row row);

// "last Doe; first Ana"
std::string as_line(const std::vector<ToldFact>& facts);

}  // namespace smm::app::linking
