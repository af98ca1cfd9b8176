// SPDX-License-Identifier: Apache-2.0
// A school's own scores of its sheet as it stands, one set for each program, with equal weights. For the
// school alone: nothing here is compared, and nothing leaves the school through it.
#pragma once

#include <string>
#include <vector>

#include "app/installation/open_sheet.hpp"
#include "assessment/routed_sheet.hpp"
#include "scoring/score_sheet.hpp"

namespace smm::app {

struct ProgrammeScores {
  std::size_t programme = 0;  // position in Edition::programmes
  scoring::SheetScores scores;
};

// In the order of SheetPlan::programmes. Items of modules that the sheet does not ask count as leaving.
std::vector<ProgrammeScores> school_scores(const OpenSheet& sheet, const assessment::RoutedSheet& routed);

// All levels as a score file (docs/reference/files.md).
std::string score_file(const OpenSheet& sheet, const std::vector<ProgrammeScores>& scores);

}  // namespace smm::app
