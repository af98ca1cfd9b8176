// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "benchmark/audit_content.hpp"
#include "benchmark/item_shares.hpp"
#include "benchmark/norms.hpp"
#include "benchmark/problems.hpp"
#include "benchmark/spread.hpp"

namespace smm::benchmark {
namespace {

using Side = ShownPoints::Side;

bool is_shown_percentile(const ShownPoints& shown) {
  if (shown.side == Side::under) return shown.points == least_percentile;
  if (shown.side == Side::over) return shown.points == most_percentile;
  return shown.points >= least_percentile && shown.points <= most_percentile;
}

// Under 10 before 10 and over 90 behind 90.
int rank_of(const ShownPoints& shown) {
  if (shown.side == Side::at) return shown.points;
  return shown.side == Side::under ? least_percentile - 1 : most_percentile + 1;
}

bool are_percentiles(const Percentiles& percentiles) {
  for (std::size_t i = 0; i < percentiles.size(); ++i) {
    if (!is_shown_percentile(percentiles[i])) return false;
    if (i > 0 && rank_of(percentiles[i]) < rank_of(percentiles[i - 1])) return false;
  }
  return true;
}

bool is_shown_sd(const ShownPoints& sd) {
  return sd.points >= least_sd && (sd.side == Side::at || (sd.side == Side::under && sd.points == least_sd));
}

bool is_known(const SpreadRow& row, const Outline& outline) {
  if (row.level == NormLevel::area) return outline.area(row.id).has_value();
  return row.level == NormLevel::domain &&
         std::ranges::find(outline.domains, row.id, &OutlineDomain::id) != outline.domains.end();
}

std::size_t answered_units(const AuditedProfession& audited) {
  return answered_among(audited.blocks.units).size();
}

// What is wrong with a spread row, or nothing.
std::string fault_of(const SpreadRow& row, const AuditedProfession& audited) {
  if (row.group != "all") return "is of a group; only the whole profession has spread";
  if (!is_known(row, audited.content.outline)) return "is of no area or domain";
  if (!is_shown_sd(row.sd)) return "tells an SD under " + std::to_string(least_sd) + " points";
  if (!are_percentiles(row.percentiles)) return "tells percentiles beyond 10 and 90 points, or out of order";
  if (audited.release.spread_of.empty() && answered_units(audited) < least_for_spread)
    return "stands although fewer than 30 units answered";
  return "";
}

// The least and the most that a share may be when at least three and at most n - 3 of n chose.
bool is_item_share(int share, int answered) {
  return share % share_step == 0 && share >= stepped_share(least_choosing, answered) &&
         share <= stepped_share(answered - least_choosing, answered);
}

struct AuditedItem {
  int suppressed = 0;
  int shown = 0;
  std::size_t first_row = 0;
};

}  // namespace

void audit_spread(const AuditedProfession& audited, base::Problems& problems) {
  std::set<std::pair<NormLevel, std::string>> seen;
  const auto& rows = audited.release.spread;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string fault = fault_of(rows[r], audited);
    if (fault.empty() && !seen.emplace(rows[r].level, rows[r].id).second) fault = "stands twice";
    if (fault.empty()) continue;
    problems.emplace_back(problem::audit_spread,
                          audited.release.id + "," + rows[r].group + "," + rows[r].id + " " + fault,
                          place_of(audited, "spread.csv", &ProfessionRelease::spread, r));
  }
}

void audit_items(const AuditedProfession& audited, base::Problems& problems) {
  const auto& rows = audited.release.items;
  const int answered = static_cast<int>(answered_units(audited));
  std::map<std::string, AuditedItem> items;
  const auto report = [&](std::size_t r, const std::string& fault) {
    problems.emplace_back(problem::audit_items,
                          audited.release.id + "," + rows[r].item_id + "," + rows[r].option + " " + fault,
                          place_of(audited, "items.csv", &ProfessionRelease::items, r));
  };
  for (std::size_t r = 0; r < rows.size(); ++r) {
    AuditedItem& item = items.try_emplace(rows[r].item_id, AuditedItem{0, 0, r}).first->second;
    ++(rows[r].share ? item.shown : item.suppressed);
    if (rows[r].group != "all") report(r, "is of a group; only the whole profession has item results");
    if (!audited.release.items_of.empty()) continue;  // audited with the release that issued them
    if (answered < least_for_spread)
      report(r, "stands although fewer than 30 units answered");
    else if (rows[r].share && !is_item_share(*rows[r].share, answered))
      report(r, "has a share that is no step of 5 points, or of too few");
  }
  for (const auto& [id, item] : items)
    if (item.suppressed == 1 && item.shown > 0) report(item.first_row, "has one suppressed option alone");
}

}  // namespace smm::benchmark
