// SPDX-License-Identifier: Apache-2.0
// The next step of an answer: the least change of it that earns more points, or that comes nearer to them.
//
//   yes/no, one of, phase   the permitted option with the fewest points above those earned now
//   any of                  one more option that is permitted: the one that the largest shown share of
//   schools
//                           has, else the first
//   year grid               a topic that is in no year yet, likewise; when all are, one more year of the
//   topic
//                           with the fewest
//   numbers                 the next threshold
//
// The share of schools already there is that of the option, or of everything from the threshold on; of a
// topic in one more year nothing is known. docs/methods/moves.md.
#pragma once

#include <optional>
#include <string>

#include "instrument/answer.hpp"
#include "render/texts.hpp"
#include "report/shown_shares.hpp"

namespace smm::report {

struct NextStep {
  std::string option;  // its id; "step_2" for the second threshold of a number
  std::string words;   // "Every clerkship", "50 percent or more"
  std::optional<int> share;
  double points = 0;  // that are earned from there on; as many as now where one step more is not enough
  int more = 1;       // any of, year grid: how many are still needed to earn them
};

// `item` as the program sees it. Nothing at the top, or where nothing more is permitted.
std::optional<NextStep> next_step(const instrument::Item& item, int years, const instrument::Answer& answer,
                                  const ShownShares& shares, const render::Texts& texts);

}  // namespace smm::report
