// SPDX-License-Identifier: Apache-2.0
// A question that the program's data steward asks a school while a round is checked: is this answer what you
// meant? The school says that it stands, or takes its sheet back, corrects it and attests anew.
//
//   open -> stands, open -> corrected
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace smm::assessment {

enum class CheckState : std::uint8_t { open, stands, corrected };

std::string_view to_string(CheckState state);
std::optional<CheckState> check_state(std::string_view name);

}  // namespace smm::assessment
