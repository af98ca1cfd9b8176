// SPDX-License-Identifier: Apache-2.0
// The words in which HRSA's files tell type, status, discipline and component of a designation, and those of
// our snapshots. Internal to this room.
#pragma once

#include <optional>
#include <string_view>

#include "outcomes/reference/lists.hpp"

namespace smm::outcomes::reference {

// HRSA's words. Nothing for a type that is none we know.
std::optional<Discipline> published_discipline(std::string_view text);
// "High Needs Geographic HPSA", "HPSA Population", "Rural Health Clinic", ...
std::optional<ShortageType> published_type(std::string_view text);
// By word or its first letter.
std::optional<ShortageStatus> published_status(std::string_view text);
// "Single County", "SCTY", "County Subdivision", "CSD", "Census Tract", "CT"; all else is a facility.
ComponentType published_component(std::string_view text);

// Digits of the code of such an area; 0 for a facility.
std::size_t digits_of(ComponentType component);

// Words of snapshots, both ways.
std::string_view word_of(ShortageType type);
std::string_view word_of(ShortageStatus status);
std::string_view word_of(ComponentType component);
std::optional<ShortageType> shortage_type(std::string_view word);
std::optional<ShortageStatus> shortage_status(std::string_view word);
std::optional<ComponentType> component_type(std::string_view word);

}  // namespace smm::outcomes::reference
