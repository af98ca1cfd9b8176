// SPDX-License-Identifier: Apache-2.0
// Use cases: make a round, open it, close it, open it again for longer.
#pragma once

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

struct NewRound {
  std::string code;  // as in /rounds/2026: a content id
  std::string title;
  std::string edition;
  std::string zone;
  std::string last_day;  // YYYY-MM-DD
  assessment::RoundOptions options = {};
  std::vector<std::string> professions = {};  // ids; empty: all of the edition
};

// Problems: round_exists, bad_round, unknown_time_zone, those of the edition shelf.
base::Result<assessment::Round> create_round(Installation& installation, const NewRound& wanted,
                                             const std::string& actor);

// Problems: round_not_found, round_state_not_possible. A new last day goes with opening only.
base::Result<assessment::Round> open_round(Installation& installation, const std::string& code,
                                           const std::string& last_day, const std::string& actor);
base::Result<assessment::Round> close_round(Installation& installation, const std::string& code,
                                            const std::string& actor);

}  // namespace smm::app
