// SPDX-License-Identifier: Apache-2.0
#include "report/legacy_stars.hpp"

namespace smm::report {

std::optional<int> legacy_quarter(const benchmark::PercentileBand& band) {
  for (int quarter = 1; quarter <= 4; ++quarter)
    if (band.above >= 25 * (quarter - 1) && band.below <= 25 * quarter) return quarter;
  return std::nullopt;
}

std::vector<LegacyRow> legacy_rows(const SchoolReport& report) {
  std::vector<LegacyRow> rows;
  if (!report.round.legacy_stars) return rows;
  const auto add = [&](const ReportStanding& standing) {
    if (!standing.beside || !standing.beside->percentile) return;
    rows.push_back({&standing, legacy_quarter(*standing.beside->percentile)});
  };
  for (const ReportStanding& domain : report.domains) add(domain);
  for (const AreaPage& area : report.areas) add(area.standing);
  return rows;
}

}  // namespace smm::report
