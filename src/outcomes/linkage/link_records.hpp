// SPDX-License-Identifier: Apache-2.0
// Links the records of two files, or those of one file with each other, as a LinkConfig says.
//
// 1. Each field's distinct values are compared once (compared_field.hpp).
// 2. Each left record retrieves its best candidates: leads of all fields add up, and the `candidates` highest
//    sums are kept. Whoever shares no value, similar value or rare word with a record is never looked at.
// 3. One model is fitted (competition.hpp): with one_to_one each left record has one right record at most,
// and
//    so has each right one (one_to_one.hpp); without it, and within one file, any number.
// 4. Chances of texts and numbers come from a sample of pairs, those of rare levels from the candidates
//    that the model takes for no match; then the model is fitted again.
// The result does not depend on the number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "outcomes/linkage/competition.hpp"
#include "outcomes/linkage/link_config.hpp"
#include "outcomes/linkage/nicknames.hpp"
#include "outcomes/linkage/record_file.hpp"

namespace smm::outcomes::linkage {

struct RecordPair {
  std::uint32_t left = 0;  // index into the file; within one file the smaller one
  std::uint32_t right = 0;
  double probability = 0;
};

struct RecordLinkage {
  std::vector<RecordPair> pairs;  // by left and right; of `keep` and more
  EvidenceLayout layout;
  LinkageModel model;
  Convergence convergence;
  std::size_t candidates = 0;  // pairs that were compared in full
  std::size_t cut_off = 0;     // left records that had more candidates than were kept
  double largest_cut = 0;      // largest weight of leads that was left out, natural logarithm
};

struct RecordLinkOptions {
  unsigned threads = 1;
  std::uint64_t seed = 1;  // of the sample of pairs
};

base::Result<RecordLinkage> link_records(const RecordFile& left, const RecordFile& right,
                                         const LinkConfig& config, const Nicknames& nicknames,
                                         const RecordLinkOptions& options);

base::Result<RecordLinkage> link_within(const RecordFile& file, const LinkConfig& config,
                                        const Nicknames& nicknames, const RecordLinkOptions& options);

// Groups of records that are one: starting from the surest pair, two groups are joined while the mean log
// odds between their records stay above those of `at_least`; pairs that were never compared count as sure
// strangers. The result is the smallest record of each record's group.
std::vector<std::uint32_t> clusters_of(const std::vector<RecordPair>& pairs, std::size_t records,
                                       double at_least);

}  // namespace smm::outcomes::linkage
