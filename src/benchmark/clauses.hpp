// SPDX-License-Identifier: Apache-2.0
// The clauses that keep a school's scores from being found out, each as a switch (docs/methods/release.md).
//
// Everything that people use runs with all of them on: commands and the service never pass anything else.
// Tests switch one off to see that the attacks of tests/attacks then find what the clause closes; attacks
// that find nothing either way would prove nothing.
#pragma once

#include <cstdint>

namespace smm::benchmark {

struct Clauses {
  // Blocks.
  bool fixed_blocks = true;      // off: `redraw` draws other blocks from the same units, freeze by freeze
  bool units_by_dean = true;     // off: each program enters on its own
  bool seats_per_system = true;  // three units of a block outside any one system
  bool too_few = true;           // no rows under 2k units; off: whatever there is, is released
  bool place_non_respondents = true;  // off: blocks weigh as many as answered

  // The table.
  bool wide_bins = true;          // off: exact block means
  bool area_join = true;          // off: a block is printed however few of its units are scored
  bool walls_as_unions = true;    // off: exact means of the walls' sides, also where blocks straddle them
  bool domain_from_table = true;  // off: exact means of school-level domain scores
  bool point_scores_only = true;  // off: exact block means of lower and upper bounds as areas "ID/lower"

  // Spread and items.
  bool one_partition = true;      // off: spread of every wall's side as well
  bool thirty_for_spread = true;  // off: from two units on
  bool masked_ends = true;        // off: percentiles and SD beyond 10, 90 and 7 as they are
  bool item_suppression = true;   // off: every option, in whole percent

  // Over rounds.
  bool stack_check = true;   // the stack of all bins ever released leaves everyone 20 points
  bool renewal_rule = true;  // spread and items anew only when enough changed

  // Comparison.
  bool ten_peers_two_blocks = true;
  bool give_to_get = true;

  friend bool operator==(const Clauses&, const Clauses&) = default;

  std::uint64_t redraw = 0;  // read only with fixed_blocks off
};

}  // namespace smm::benchmark
