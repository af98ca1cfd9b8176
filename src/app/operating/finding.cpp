// SPDX-License-Identifier: Apache-2.0
#include "app/operating/finding.hpp"

#include <algorithm>

namespace smm::app::operating {

std::string_view to_string(Health health) {
  switch (health) {
    case Health::ok:
      return "ok";
    case Health::advice:
      return "advice";
    case Health::problem:
      break;
  }
  return "problem";
}

Health worst_of(const Findings& findings) {
  Health worst = Health::ok;
  for (const Finding& finding : findings) worst = std::max(worst, finding.health);
  return worst;
}

}  // namespace smm::app::operating
