// SPDX-License-Identifier: Apache-2.0
// The history of a registry's folder: for each snapshot that replaced another, a CSV file named after its id
// with what it changed (day,npi,field,before,after). Its first row leads back: field "snapshot", from the id
// of the snapshot before to its own. Files of snapshots that never came to stand lead nowhere and are not
// read.
#pragma once

#include <string>
#include <vector>

#include "app/files.hpp"
#include "outcomes/registry/differences.hpp"

namespace smm::app::providers {

struct DatedChange {
  std::string day;  // of the snapshot that brought it
  std::string field;
  std::string before;
  std::string after;
};

// Returns how many changes there were. `now_and_then` as in differences().
std::uint64_t write_history(const Files& files, const std::string& folder,
                            const outcomes::registry::Snapshot& before,
                            const outcomes::registry::Snapshot& after,
                            const std::function<void()>& now_and_then = {});

// What became of an NPI up to the snapshot `current`, oldest first.
std::vector<DatedChange> history_of(const Files& files, const std::string& folder,
                                    const outcomes::registry::Snapshot& current, outcomes::registry::Npi npi);

}  // namespace smm::app::providers
