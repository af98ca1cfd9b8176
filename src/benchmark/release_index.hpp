// SPDX-License-Identifier: Apache-2.0
// A release with what comparing looks up in it, found once: who is in which block, and the parts that every
// area, domain and the overall figure are computed from. Keep it as long as a release is asked; building it
// takes time in proportion to the frame, each question then only in proportion to the peers asked about.
#pragma once

#include <memory>

#include "benchmark/area_tables.hpp"

namespace smm::benchmark {

struct ProfessionIndex {
  ProfessionBlocks blocks;
  std::vector<std::optional<std::size_t>> unit_of_row;  // by row of the frame
  std::vector<Parts> by_area;                           // as in the outline
  std::vector<Parts> by_domain;
  Parts overall;
};

class ReleaseIndex {
 public:
  explicit ReleaseIndex(std::shared_ptr<const Release> release, const Clauses& clauses = {});

  const Release& release() const { return *release_; }
  const std::vector<FrameRow>& rows() const { return rows_; }                       // sorted by school
  const std::vector<ProfessionIndex>& professions() const { return professions_; }  // as in the release

  // Positions of a school's rows, from and to (exclusive); none: it is not in the release.
  std::pair<std::size_t, std::size_t> rows_of_school(std::string_view school_id) const;

 private:
  std::shared_ptr<const Release> release_;
  std::vector<FrameRow> rows_;
  std::vector<ProfessionIndex> professions_;
};

}  // namespace smm::benchmark
