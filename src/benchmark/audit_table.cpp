// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <set>

#include "benchmark/audit_content.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/release_rows.hpp"

namespace smm::benchmark {
namespace {

std::string as_text(const Cells& cells) {
  std::string text;
  for (const std::string& cell : cells) text += (text.empty() ? "" : ",") + cell;
  return text;
}

bool is_bin(const BinRow& row, int fewest) {
  const double number = std::round(row.low * fewest / 20);
  return row.low == number * 20 / fewest && row.high == (number + 1) * 20 / fewest && row.low >= 0 &&
         row.high <= 100;
}

// The rows of one area.
struct AreaRows {
  int rows = 0;
  std::vector<int> times;  // that each block is in them
};

// Does the area have every block once, or no row at all?
void audit_coverage(const AuditedProfession& audited, const std::string& area, const AreaRows& found,
                    base::Problems& problems) {
  const auto& times = found.times;
  if (found.rows == 0) return;
  for (std::size_t b = 0; b < times.size(); ++b) {
    if (times[b] == 1) continue;
    problems.emplace_back(problem::audit_area,
                          audited.release.id + ": area " + area + " has block " +
                              audited.blocks.blocks[b].name + " " + std::to_string(times[b]) + " times",
                          base::Place{"table.csv", 0, 0});
  }
}

// Areas that have fallen because of earlier releases: one row or none.
void audit_fallen(const AuditedProfession& audited, const std::vector<AreaRows>& areas,
                  base::Problems& problems) {
  std::set<std::string> seen;
  for (const FallenArea& fallen : audited.release.fallen) {
    const auto area = audited.content.outline.area(fallen.area);
    const int rows = fallen.to == Fallback::one_block ? 1 : 0;
    if (area && areas[*area].rows == rows && seen.insert(fallen.area).second &&
        !audited.content.previous.empty())
      continue;
    problems.emplace_back(problem::audit_area,
                          audited.release.id + ": area " + fallen.area + " is said to be " +
                              std::string(to_string(fallen.to)) + " because of earlier releases, but is not",
                          base::Place{"release.json", 0, 0});
  }
}

}  // namespace

void audit_table(const AuditedProfession& audited, base::Problems& problems) {
  const ProfessionRelease& release = audited.release;
  const Outline& outline = audited.content.outline;
  std::vector<AreaRows> areas(outline.areas.size(), {0, std::vector<int>(audited.blocks.blocks.size())});
  for (std::size_t r = 0; r < release.table.size(); ++r) {
    const BinRow& row = release.table[r];
    const base::Place place = place_of(audited, "table.csv", &ProfessionRelease::table, r);
    const std::string text = release.id + "," + as_text(cells_of(row));
    if (!is_bin(row, release.fewest_scored))
      problems.emplace_back(problem::audit_bin,
                            text + " is none of the bins of width " + number_text(release.width), place);
    const auto area = outline.area(row.area);
    const auto joined = audited.blocks.joined(row.block);
    if (!area || !joined) {
      problems.emplace_back(problem::audit_area, text + " names an area or a block that there is not", place);
      continue;
    }
    ++areas[*area].rows;
    for (const std::size_t b : *joined) ++areas[*area].times[b];
  }
  for (std::size_t area = 0; area < areas.size(); ++area)
    audit_coverage(audited, outline.areas[area], areas[area], problems);
  audit_fallen(audited, areas, problems);
}

void audit_norms(const AuditedProfession& audited, base::Problems& problems) {
  const auto expected = norms_of(audited.release, audited.blocks, audited.content.outline);
  const auto& found = audited.release.norms;
  for (std::size_t r = 0; r < std::max(expected.size(), found.size()); ++r) {
    if (r < found.size() && r < expected.size() && found[r] == expected[r]) continue;
    problems.emplace_back(
        problem::audit_norm,
        (r < found.size() ? audited.release.id + "," + as_text(cells_of(found[r])) : "no row") +
            " stands where the table gives " +
            (r < expected.size() ? as_text(cells_of(expected[r])) : "no row"),
        place_of(audited, "norms.csv", &ProfessionRelease::norms, r));
  }
}

}  // namespace smm::benchmark
