// SPDX-License-Identifier: Apache-2.0
// Quarters of a profession and 1 to 4 stars, as earlier programs printed them: for rounds that ask for them.
//
// Made from the percentile band that the report prints anyway, and so from the five released percentiles:
// they can tell nothing that the band does not. Where the band does not lie within one quarter there are
// none, and likewise of the overall score, whose spread is never released. docs/methods/legacy-stars.md.
#pragma once

#include <optional>
#include <vector>

#include "report/school_report.hpp"

namespace smm::report {

// 1 the lowest quarter of the profession's schools to 4 the highest; as many stars.
std::optional<int> legacy_quarter(const benchmark::PercentileBand& band);

struct LegacyRow {
  const ReportStanding* standing = nullptr;
  std::optional<int> quarter;
};

// Domains, then areas, that are scored and whose percentiles are released; none where the round did not ask.
std::vector<LegacyRow> legacy_rows(const SchoolReport& report);

}  // namespace smm::report
