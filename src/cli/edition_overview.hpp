// SPDX-License-Identifier: Apache-2.0
// What an edition holds and asks, as terminal tables: areas by programme, and minutes by programme and
// packet.
#pragma once

#include <string>

#include "base/problem.hpp"
#include "instrument/edition.hpp"

namespace smm::cli {

// Indicators and full points of each area, a column per programme.
std::string area_overview(const instrument::Edition& edition);

// Questions, numbers and expected minutes of each programme, and of its packets when `by_packet`.
std::string time_overview(const instrument::Edition& edition, bool by_packet);

// Says which programs there are.
base::Problem no_such_programme(const instrument::Edition& edition, const std::string& id);

}  // namespace smm::cli
