// SPDX-License-Identifier: Apache-2.0
// The audit's parts, one file each. Internal to benchmark; benchmark/audit.hpp is what others call.
#pragma once

#include "base/problem.hpp"
#include "benchmark/area_tables.hpp"
#include "benchmark/release.hpp"

namespace smm::benchmark {

base::Problems audit_content(const ReleaseContent& content, const std::vector<Release>& previous);

// What the audit of one profession looks at.
struct AuditedProfession {
  const ReleaseContent& content;
  const ProfessionRelease& release;
  std::size_t profession;  // position in the outline and in the release
  const std::vector<FrameRow>& rows;
  ProfessionBlocks blocks;
};

// The line of a row of this profession in a CSV file of the release.
template <class Row>
base::Place place_of(const AuditedProfession& audited, std::string file,
                     std::vector<Row> ProfessionRelease::*rows, std::size_t row) {
  std::size_t line = 2 + row;
  for (std::size_t p = 0; p < audited.profession; ++p) line += (audited.content.professions[p].*rows).size();
  return {std::move(file), static_cast<int>(line), 0};
}

// State, k, width; blocks as the frame gives them, seats, walls, sizes, placing.
void audit_blocks(const AuditedProfession& audited, base::Problems& problems);

// Bins, and that each area has every block once.
void audit_table(const AuditedProfession& audited, base::Problems& problems);

// Norms as the table and the spread give them.
void audit_norms(const AuditedProfession& audited, base::Problems& problems);

// Spread, percentiles and items: groups, forms, suppression.
void audit_spread(const AuditedProfession& audited, base::Problems& problems);
void audit_items(const AuditedProfession& audited, base::Problems& problems);

// Renewal, and what the stack of all releases leaves everyone.
void audit_rounds(const AuditedProfession& audited, const std::vector<const ReleaseContent*>& previous,
                  base::Problems& problems);

}  // namespace smm::benchmark
