// SPDX-License-Identifier: Apache-2.0
#include "scoring/score.hpp"

#include "base/assert.hpp"

namespace smm::scoring {

std::string_view to_string(ScoreState state) {
  switch (state) {
    case ScoreState::scored:
      return "scored";
    case ScoreState::too_few:
      return "too_few";
    case ScoreState::thin:
      return "thin";
    case ScoreState::not_applicable:
      return "not_applicable";
  }
  SMM_ASSERT(false);
}

}  // namespace smm::scoring
