// SPDX-License-Identifier: Apache-2.0
// Since when the registry of a folder shows the practice addresses of some persons, and which they had
// before, from its history (app/providers/history.hpp). Each file of it is read once.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "outcomes/measure/registry_practice.hpp"

namespace smm::app::measuring {

using AddressHistories = std::map<std::uint32_t, outcomes::measure::AddressHistory>;

// For every NPI asked for; whoever never moved has the current address since the first snapshot of the
// history. Without a history everybody is first seen on the day of the snapshot.
AddressHistories address_histories(const Files& files, const std::string& registry,
                                   const outcomes::registry::Snapshot& snapshot,
                                   const std::vector<std::uint32_t>& npis);

}  // namespace smm::app::measuring
