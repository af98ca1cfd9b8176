// SPDX-License-Identifier: Apache-2.0
// Orders rows by NPI, and sees to it that every NPI has one row.
#pragma once

#include <memory>
#include <vector>

#include "outcomes/registry/built_rows.hpp"

namespace smm::outcomes::registry {

// Sets `order`. Where an NPI has several rows the last one stays; blocks that lose rows are laid aside anew,
// in a file that is added to `scratch`. Returns the NPIs of the rows that went, ascending.
std::vector<std::uint32_t> drop_duplicate_rows(BuiltRows& rows, BuildSpace& space,
                                               std::vector<std::unique_ptr<GrowingBytes>>& scratch);

// Ascending by NPI; of several with one NPI the latest stays.
void sort_bare_deactivations(std::vector<BareDeactivation>& bare);

}  // namespace smm::outcomes::registry
