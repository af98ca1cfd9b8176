// SPDX-License-Identifier: Apache-2.0
#include "assessment/sheet_answer.hpp"

namespace smm::assessment {

SaveOutcome judge_save(const GivenAnswer& standing, std::int64_t standing_version, const GivenAnswer& wanted,
                       std::int64_t base) {
  if (standing == wanted) return SaveOutcome::unchanged;
  return standing_version == base ? SaveOutcome::saved : SaveOutcome::conflict;
}

}  // namespace smm::assessment
