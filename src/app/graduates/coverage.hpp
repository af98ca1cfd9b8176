// SPDX-License-Identifier: Apache-2.0
// How much of a roster the linkage covers, for all graduates and by program, year of graduation and sex.
//
// Every graduate is in one of five states (outcomes/linkage/link_roster.hpp). The share is linked / all of
// the group but those of whom no NPI is expected, with Wilson's 95 % interval; groups of fewer than ten
// learners have no counts and no share. The linkage's own doubt is not in the interval.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "base/table.hpp"
#include "stats/interval.hpp"

namespace smm::app {

inline constexpr std::size_t least_learners = 10;

struct CoverageCounts {
  std::size_t graduates = 0;
  std::size_t linked = 0;
  std::size_t ambiguous = 0;
  std::size_t not_in_registry = 0;
  std::size_t no_npi_expected = 0;
  std::size_t contradicted = 0;  // a given NPI that the rest speaks against: not linked

  friend bool operator==(const CoverageCounts&, const CoverageCounts&) = default;
};

struct CoverageShare {
  double share = 0;
  stats::Interval interval;
};

struct CoverageRow {
  std::string group;  // all, programme, year, sex
  std::string value;  // empty: of all, or not told
  std::optional<CoverageCounts> counts;
  std::optional<CoverageShare> share;
};

// All first, then by group and value; groups of which the roster tells nothing are left out.
std::vector<CoverageRow> coverage(const base::Table& roster, const base::Table& links);

struct SchoolCoverage {
  std::vector<CoverageRow> rows;
  base::Instant at;           // when it was linked
  std::size_t decisions = 0;  // of reviewers, in all
};

// Problems: graduates_off, graduates_elsewhere, linkage_missing, key_unavailable.
base::Result<SchoolCoverage> school_coverage(Installation& installation, const Hand& hand);

}  // namespace smm::app
