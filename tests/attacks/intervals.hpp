// SPDX-License-Identifier: Apache-2.0
// T3, T5, T7, T10, T11: what range of scores the printed bins leave a school, with readers who pool what they
// know.
//
// The reader knows the table, who is in which block, who completed which area (taken for known, though it is
// not published) and which scores stayed as they were from round to round. Colluders add their own scores. A
// colluder is a dean: all units of a system or shared dean count as one, and never collude against one of
// their own.
//   alone        nobody adds anything
//   any two      the two deans that narrow most: all pairs of a block in one round; over a stack, for the
//   schools
//                with the narrowest ranges, the worst dean and then the worst second one
//   all others   everybody else of the blocks pools scores
// Over a stack a linear programme joins all bins ever printed.
#pragma once

#include <vector>

#include "interval_program.hpp"
#include "published.hpp"
#include "world.hpp"

namespace smm::attacks {

inline constexpr double promised = 20;

// What is read and by whom it is judged.
struct Evidence {
  const World* world = nullptr;
  std::vector<Published> rounds;  // as many as the world has, or several publications of the same one
};

struct RangeTally {
  long looked = 0;      // scores of schools in areas
  long narrow = 0;      // under 20 points
  long excused = 0;     // of these: the score itself lies within 20 points of 0 or 100
  long one_bin = 0;     // of these not excused: the profession is released as one block
  long determined = 0;  // within one point
  double narrowest = 100;

  long leaks() const { return narrow - excused - one_bin; }
  void add(const Range& range, double truth, bool whole_profession);
  void add(const RangeTally& other);
};

struct PooledTallies {
  RangeTally alone, two, all_others;
};

// Each round by itself.
PooledTallies ranges_by_round(const Evidence& evidence);

// All rounds together, for a reader of the files alone: everybody who answered is taken to be scored (whoever
// does not know who was can rule that out no more), and those whose scores changed are known. Where that
// contradicts itself nothing is learned; a range that does not hold the score is no knowledge.
RangeTally ranges_for_readers(const Evidence& evidence);

// All rounds together for somebody who also knows who completed what; `all_others` then says what years in
// which scores stay tell those who pool everything. `targets`: for how many schools of each area pairs of
// colluders are sought.
PooledTallies ranges_over_stack(const Evidence& evidence, int targets);

// T10: a program of one's own, or a unit of the dean who reads, leaves one other unit alone.
struct SeatTally {
  long rows = 0;
  long faced = 0;  // printed rows in which some dean's own units leave fewer than three others in the block
};
SeatTally seats_faced(const Evidence& evidence);

// The same of those who were scored in an area: printed rows in which one dean knows all but one or two.
SeatTally scored_seats_faced(const Evidence& evidence);

// Schools in blocks of fewer than the promised five (`looked`: all that are in blocks).
SeatTally schools_in_small_blocks(const Evidence& evidence);

// T10: programs that enter one by one though one dean answers for them. A block that holds two of an
// institution's programs gives their mean a range half as wide. Read from the blocks: an institution in two
// of them, or a block of fewer institutions than a block may have, shows that programs entered on their own.
RangeTally programmes_apart(const Evidence& evidence);

}  // namespace smm::attacks
