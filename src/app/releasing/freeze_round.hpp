// SPDX-License-Identifier: Apache-2.0
// Use cases: check a round that is closed, and freeze it.
//
// Freezing takes what every school last attested, makes the one release of the round (benchmark/freeze.hpp)
// and keeps its bytes. From then on comparison, pages and exports read the release and nothing else; late and
// corrected sheets belong to the next round. The scores of several schools stand side by side in memory for
// the time of freezing only.
#pragma once

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

inline constexpr std::int64_t usual_check_days = 14;

// Problems: round_not_found, round_state_not_possible, bad_check_days.
base::Result<assessment::Round> begin_checks(Installation& installation, const std::string& code,
                                             std::int64_t days, const std::string& actor);

struct FrozenRound {
  assessment::Round round;
  std::string sha256;       // of the release
  std::size_t schools = 0;  // of the frame
  std::size_t responded = 0;
};

// Problems: round_not_found, round_state_not_possible, checks_not_over, round_moved, and those of
// benchmark::freeze, such as a school without a frame variable; then nothing was done.
base::Result<FrozenRound> freeze_round(Installation& installation, const std::string& code,
                                       const std::string& actor);

}  // namespace smm::app
