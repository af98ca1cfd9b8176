// SPDX-License-Identifier: Apache-2.0
// What a school last attested: its scores by area, and its answers, as the dean signed them. What was written
// since, on a sheet that was given back and not attested anew, is not in it.
#pragma once

#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "assessment/sheet_answer.hpp"
#include "benchmark/outline.hpp"
#include "benchmark/scores.hpp"

namespace smm::app {

struct AttestedSheet {
  benchmark::Scores scores;                      // one for each program, by Outline::areas
  std::vector<assessment::SheetAnswer> answers;  // as they were signed
  base::Instant at;
};

// Within a look: nothing when the school never attested before `until`. Throws EnvironmentError when what was
// signed does not open or is no score file.
std::optional<AttestedSheet> attested_sheet(Records& records, const Seals& seals, const OpenSheet& sheet,
                                            const benchmark::Outline& outline, base::Instant until);

// The areas of a score file (docs/reference/files.md) that are scored, by program.
benchmark::Scores area_scores(const std::string& score_file, const benchmark::Outline& outline);

}  // namespace smm::app
