// SPDX-License-Identifier: Apache-2.0
#include "benchmark/release_index.hpp"

#include <algorithm>
#include <numeric>

namespace smm::benchmark {
namespace {

ProfessionIndex index_of(const ReleaseContent& content, const std::vector<FrameRow>& rows,
                         std::size_t profession, const Clauses& clauses) {
  const Outline& outline = content.outline;
  ProfessionIndex index;
  index.blocks = blocks_of(content, rows, profession, clauses);
  index.unit_of_row.resize(rows.size());
  for (std::size_t unit = 0; unit < index.blocks.units.size(); ++unit)
    for (const std::size_t row : index.blocks.units[unit].rows) index.unit_of_row[row] = unit;
  index.by_area = parts_by_area(content.professions[profession], index.blocks, outline);
  for (const OutlineDomain& domain : outline.domains)
    index.by_domain.push_back(parts_of_areas(index.by_area, domain.areas, index.blocks));
  std::vector<std::size_t> areas(outline.areas.size());
  std::iota(areas.begin(), areas.end(), std::size_t{0});
  index.overall = parts_of_areas(index.by_area, areas, index.blocks);
  return index;
}

}  // namespace

ReleaseIndex::ReleaseIndex(std::shared_ptr<const Release> release, const Clauses& clauses)
    : release_(std::move(release)), rows_(rows_of((*release_)->frame)) {
  const ReleaseContent& content = **release_;
  for (std::size_t p = 0; p < content.professions.size(); ++p)
    professions_.push_back(index_of(content, rows_, p, clauses));
}

std::pair<std::size_t, std::size_t> ReleaseIndex::rows_of_school(std::string_view school_id) const {
  const auto found = std::ranges::equal_range(rows_, school_id, {}, &FrameRow::school_id);
  return {static_cast<std::size_t>(found.begin() - rows_.begin()),
          static_cast<std::size_t>(found.end() - rows_.begin())};
}

}  // namespace smm::benchmark
