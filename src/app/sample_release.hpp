// SPDX-License-Identifier: Apache-2.0
// A release of invented schools from their sheets, through the same rules as a real one: for the sample
// report, for tests and for benchmarks. Their public variables go by their place in the list.
#pragma once

#include <string>
#include <vector>

#include "benchmark/release.hpp"
#include "benchmark/scores.hpp"
#include "report/own_sheet.hpp"

namespace smm::app {

struct SampleSchool {
  std::string code;
  std::vector<std::string> programmes;   // ids
  std::vector<report::OwnSheet> sheets;  // none: asked, and did not answer
};

// One row for each sheet; areas that are not scored stay empty.
benchmark::Scores sample_scores(const std::string& school, const std::vector<report::OwnSheet>& sheets,
                                const instrument::Edition& edition);

// Problems: those of frames and of freezing.
base::Result<benchmark::Release> sample_release(const std::vector<SampleSchool>& schools,
                                                const instrument::Edition& edition);

}  // namespace smm::app
