// SPDX-License-Identifier: Apache-2.0
// Use case: the feedback report of a school in a frozen round, from what it attested before the freeze and
// what the round's release tells. docs/reference/report.md.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/reporting/report_library.hpp"
#include "benchmark/release_index.hpp"
#include "report/school_report.hpp"

namespace smm::app {

// A round that was frozen, with its edition.
struct ReportedRound {
  assessment::Round round;
  std::shared_ptr<const ShelvedEdition> edition;
  base::Instant frozen_at;
};

// A frozen round with what all of its reports share: opened once for many.
struct RoundReports {
  ReportedRound round;
  std::shared_ptr<const benchmark::ReleaseIndex> release;
  std::vector<ReportedRound> earlier;  // the latest first
};

// Problems: round_not_found, not_frozen, those of EditionShelf.
base::Result<RoundReports> open_reports(Installation& installation, const std::string& round);

// Codes of the schools whose answers are in the release, sorted.
std::vector<std::string> reported_schools(const RoundReports& reports);

// Problems: not_there, not_attested, key_unavailable; of a choice of peers those of benchmark::compare. That
// a school is not compared for another reason is told in the report.
base::Result<report::SchoolReport> school_report(Installation& installation, ReportLibrary& library,
                                                 const render::Texts& texts, const RoundReports& reports,
                                                 const std::string& school,
                                                 const std::optional<benchmark::PeerChoice>& peers);

}  // namespace smm::app
