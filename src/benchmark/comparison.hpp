// SPDX-License-Identifier: Apache-2.0
// One school beside its profession, beside peers it picks, and beside all participants. Reads the school's
// own scores and a release, nothing else. docs/methods/comparison.md.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "benchmark/clauses.hpp"
#include "benchmark/release.hpp"
#include "benchmark/release_index.hpp"
#include "benchmark/scores.hpp"

namespace smm::benchmark {

// Peers by list, or by public variables: every named variable has to have one of its values.
struct PeerChoice {
  std::vector<std::string> school_ids;                          // used when not empty
  std::vector<std::pair<std::string, std::string>> conditions;  // {"control", "public"}
};

// "control=public;division=South Atlantic"
base::Result<PeerChoice> read_peer_filter(const std::string& text);

struct CompareInput {
  std::string school_id;
  Scores own;  // rows of other schools are not looked at
  std::optional<PeerChoice> peers;
};

// What stands behind a peer mean: "weighted by where your 12 picks are, from blocks of 41 schools in all".
struct PeerMean {
  double mean = 0;
  int picks = 0;
  int schools_in_blocks = 0;
};

enum class Standing { above, similar, below };

// Between two of the released percentiles: {25, 50}; {0, 10} and {90, 100} at the ends. Wider where a
// percentile is only known as "under 10" or "over 90".
struct PercentileBand {
  int above = 0;
  int below = 100;
};

struct ComparedRow {
  NormLevel level = NormLevel::area;
  std::string id;
  std::optional<double> own;
  std::optional<double> mean;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<PercentileBand> percentile;
  std::optional<PeerMean> peers;
  std::optional<double> distance;  // (own - mean) / SD
  std::optional<Standing> standing;
  std::optional<double> all_participants;
  std::vector<std::string> reasons;  // codes of what is withheld: "under_30_scored", "one_block", ...
};

struct Comparison {
  std::string school_id;
  std::string profession;
  std::string release;  // its hash
  std::string state;    // of the profession in the release
  double width = 0;     // of the bins
  int k = 0;
  int fewest_scored = 0;
  std::vector<ComparedRow> rows;
};

// One comparison for each profession of the school. Problems: a school that is not in the release or did not
// answer (unknown_school, not_a_participant), under half of the areas scored (give_to_get), fewer than ten
// peers (too_few_peers), peers that are in no such release (unknown_school).
base::Result<std::vector<Publishable<Comparison>>> compare(const ReleaseIndex& index,
                                                           const CompareInput& input,
                                                           const Clauses& clauses = {});

// The same for a release that is asked once.
base::Result<std::vector<Publishable<Comparison>>> compare(const Release& release, const CompareInput& input,
                                                           const Clauses& clauses = {});

}  // namespace smm::benchmark
