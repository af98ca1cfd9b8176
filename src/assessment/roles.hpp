// SPDX-License-Identifier: Apache-2.0
// Who a person is to an assessment. Office roles hold for the whole installation, school roles for one school
// in one round. A person may have several of each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace smm::assessment {

enum class OfficeRole : std::uint8_t {
  admin,             // people, settings, keys
  campaign_manager,  // runs rounds: invites, reminds, opens again
  analyst,           // reads aggregates
  data_steward       // may see a school's answers, with a reason that the school can read
};

enum class SchoolRole : std::uint8_t {
  dean,         // accepts, attests, submits
  coordinator,  // hands packets out and watches over them
  author,       // writes what was handed to them
  affirmer,     // answers for a packet by name
  viewer,       // reads
  reader        // reads the report, because the dean said so
};

inline constexpr std::array office_roles = {OfficeRole::admin, OfficeRole::campaign_manager,
                                            OfficeRole::analyst, OfficeRole::data_steward};
inline constexpr std::array school_roles = {SchoolRole::dean,   SchoolRole::coordinator,
                                            SchoolRole::author, SchoolRole::affirmer,
                                            SchoolRole::viewer, SchoolRole::reader};

std::string_view to_string(OfficeRole role);
std::string_view to_string(SchoolRole role);
std::optional<OfficeRole> office_role(std::string_view name);
std::optional<SchoolRole> school_role(std::string_view name);

}  // namespace smm::assessment
