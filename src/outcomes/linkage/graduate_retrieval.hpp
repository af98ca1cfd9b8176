// SPDX-License-Identifier: Apache-2.0
// The best candidates of every graduate. Internal to linkage.
//
// Every person whose surname (present, other, or a part of it) agrees at least fuzzily with one of the
// graduate's is counted; those who could still matter are scored under the model's start. So is whoever has
// the names the other way round; and, for graduates who may have taken another surname, whoever has the first
// name, where a bound by taxonomy group and year says that a weight above `log N - depth_without_surname` is
// possible, best bounds first, up to `most_without_surname` persons. The `most_candidates` highest weights
// above `log N - depth` stay. What is left out is added up as odds against no record (with N persons and even
// chances of a record), from scores where there are any and from the bound of their name levels where there
// are none.
#pragma once

#include "outcomes/linkage/graduate_scorer.hpp"

namespace smm::outcomes::linkage {

struct RetrievalOptions {
  std::size_t most_candidates = 48;
  double depth = 7;
  double depth_without_surname = 5;
  std::size_t most_without_surname = 400;  // persons looked at
  unsigned threads = 1;
};

struct GraduateCandidates {
  CandidateSet set;                                       // of all graduates; right is a row of the registry
  std::vector<std::array<float, graduate_fields>> log_u;  // per candidate and field
  std::vector<float> left_out;                            // odds, per graduate
  std::size_t persons_looked_at = 0;
};

GraduateCandidates retrieve_graduates(const RegistryIndex& index, const GraduateLayout& layout,
                                      const std::vector<Graduate>& graduates, const GraduateNames& names,
                                      const std::vector<double>& m,
                                      const std::vector<std::optional<Row>>& given,
                                      const RetrievalOptions& options);

}  // namespace smm::outcomes::linkage
