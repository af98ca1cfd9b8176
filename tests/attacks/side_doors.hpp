// SPDX-License-Identifier: Apache-2.0
// T9: scores in places where nobody looks for them.
//   bytes     recognizable scores are planted in a round; they are looked for in every form in every file
//   columns   the files have the columns and keys that their reference page tells, and no more: nothing is
//   counted hashes    a release's hash is that of its published bytes: one over scores as well could be tried
//   out, score by
//             score, by all others together
#pragma once

#include "finding.hpp"
#include "tool.hpp"

namespace smm::attacks {

// Gives every site that answered scores that are found again, off the half-point grid.
std::vector<double> plant_scores(World& world);

Finding planted_scores_found(const std::vector<Files>& published, const std::vector<double>& planted);
Finding unknown_columns(const std::vector<Files>& published);
Finding hashes_of_more_than_bytes(const std::vector<Files>& published);

// With a hash over the scores beside the files, all others of a round try the last one's area scores.
struct HashGuess {
  long tried = 0;
  std::optional<double> score;
};
HashGuess guess_by_hash(const std::string& hash, const Round& round, int unit, std::size_t area);

// What such a careless tool would publish.
std::string hash_over_scores(const Round& round, std::size_t area);

}  // namespace smm::attacks
