// SPDX-License-Identifier: Apache-2.0
// One round of the demo from its opening to its release, by the use cases that an office and its schools use,
// in the time in which it is said to have been. Some schools decline, some begin and do not end, some never
// answer.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/demo/demo_house.hpp"
#include "app/demo/demo_roster.hpp"
#include "app/releasing/freeze_round.hpp"

namespace smm::app {

struct DemoRound {
  std::string code;  // both tell that it is synthetic, since they are on every page, mail, report and badge
  std::string title;
  int number = 0;            // 0: the first
  base::Instant opens;       // noon or so of its first day
  int days = 0;              // until its last day
  double answering = 0;      // share of schools
  bool takes_given = false;  // answers that were brought along are given in it
};

// The two rounds of the demo.
std::vector<DemoRound> demo_rounds();

struct DemoRoundEnd {
  FrozenRound frozen;
  std::set<std::string> answered;  // codes
  base::Instant at;                // of the freeze
};

// Problems: those of the use cases, which none of this is meant to run into.
base::Result<DemoRoundEnd> run_demo_round(const DemoHouse& house, const DemoRoster& roster,
                                          const DemoRound& round);

// Who answers: of each profession the given share, rounded up. Whoever answers one round is likelier to
// answer the next.
std::set<std::string> who_answers(const std::vector<RosterSchool>& schools, const DemoRound& round,
                                  std::uint64_t seed);

}  // namespace smm::app
