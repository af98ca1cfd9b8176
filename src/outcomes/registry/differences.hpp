// SPDX-License-Identifier: Apache-2.0
// What changed between two snapshots, person by person and field by field (person_fields.hpp).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

// A person who came or went has one change: the field "listed", from or to "yes". One whose number is now
// among the bare deactivations went.
struct Change {
  std::uint32_t npi = 0;
  std::string_view field;  // of person_fields(), or "listed"
  std::string before;
  std::string after;

  friend bool operator==(const Change&, const Change&) = default;
};

// Ascending by NPI, then in the order of the fields. `now_and_then` is called every so many persons, so that
// whoever mapped the snapshots may let go of the memory that has been read.
std::vector<Change> differences(const Snapshot& before, const Snapshot& after,
                                const std::function<void()>& now_and_then = {});

}  // namespace smm::outcomes::registry
