// SPDX-License-Identifier: Apache-2.0
// T1 and T2: whoever may ask for means of groups of their own choice solves for single schools.
//
// The reader takes each answer for the mean of the units that the question matches and that completed the
// area (who did is taken for known, which favors the attack) and
//   - solves exactly: sums of scores are whole quarter points. An answer that is no such sum, and answers
//   that
//     contradict each other, show that the tool does not answer with means, and nothing is claimed;
//   - bounds by linear programme, if told to what the answers are rounded;
//   - estimates by least squares with a prior of N(mean, 16^2).
// A school counts as determined when the claim is right within a quarter point.
#pragma once

#include <string>
#include <vector>

#include "interval_program.hpp"
#include "tool.hpp"

namespace smm::attacks {

struct GroupMean {
  std::vector<int> units;  // scored, of the round
  double mean = 0;
};

struct GroupAnswers {
  std::vector<GroupMean> means;
  int refused = 0;
};

// What a tool says in one area to every question.
std::vector<GroupAnswers> ask(Tool& tool, const World& world, int round, const Site& asker,
                              const std::vector<Question>& questions);

// Random sets of peers, each followed by sets that differ by one school: trackers.
std::vector<Question> random_peer_sets(const Round& round, const std::string& profession, int count,
                                       int fewest, std::uint64_t seed);

struct Recovered {
  int units = 0;       // that completed the area
  int claimed = 0;     // exact scores claimed
  int determined = 0;  // rightly
  bool contradictory = false;
};
Recovered recover_exactly(const Round& round, std::size_t area, const GroupAnswers& answers);

// Root mean square of (estimate - truth) over the units of the area.
double error_of_best_estimate(const Round& round, std::size_t area, const GroupAnswers& answers,
                              double noise);

struct UnitRange {
  int unit = 0;
  Range range;
};

// What is left of each unit when every answer is the mean within `half_step`; nothing when no scores fit.
std::vector<UnitRange> ranges_when_rounded(const Round& round, std::size_t area, const GroupAnswers& answers,
                                           double half_step);

}  // namespace smm::attacks
