// SPDX-License-Identifier: Apache-2.0
#include "assessment/check_question.hpp"

namespace smm::assessment {

std::string_view to_string(CheckState state) {
  switch (state) {
    case CheckState::open:
      return "open";
    case CheckState::stands:
      return "stands";
    case CheckState::corrected:
      return "corrected";
  }
  return "";
}

std::optional<CheckState> check_state(std::string_view name) {
  for (const CheckState state : {CheckState::open, CheckState::stands, CheckState::corrected}) {
    if (to_string(state) == name) return state;
  }
  return std::nullopt;
}

}  // namespace smm::assessment
