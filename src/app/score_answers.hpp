// SPDX-License-Identifier: Apache-2.0
// Use case: score an answer file. Reads the file once, row by row, in any order; see scoring/answer_rows.hpp
// for what makes a row bad.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/files.hpp"
#include "base/table.hpp"
#include "scoring/score_rows.hpp"

namespace smm::app {

struct ScoreRequest {
  std::string answers;                 // path
  std::optional<std::string> weights;  // path
  std::vector<scoring::Level> levels = {scoring::Level::area, scoring::Level::domain};
  std::vector<std::string> also_score;
};

struct ScoreOutcome {
  base::Problems problems;   // of rows and of the file, by line
  std::size_t bad_rows = 0;  // left out
  bool gave_up = false;      // too many problems: the rest of the file was not read
  std::size_t sheets = 0;    // scored
};

using UseScoreRow = std::function<void(const scoring::ScoreRow&)>;
using ReportRows = std::function<void(std::size_t rows_read)>;  // called every 65,536 rows

// Problems of the request itself (no such file, a bad weight set) end it; problems of rows are in the
// outcome, and `use` still gets the scores of what is left.
base::Result<ScoreOutcome> score_answers(const instrument::Edition& edition, const Files& files,
                                         const ScoreRequest& request, const UseScoreRow& use,
                                         const ReportRows& progress = {});

// The same, for a file that is at hand as bytes; `source` names it in places.
base::Result<ScoreOutcome> score_answer_bytes(const scoring::ScoringPlan& plan, base::ByteSource& bytes,
                                              const std::string& source,
                                              const std::vector<scoring::Level>& levels,
                                              const UseScoreRow& use, const ReportRows& progress = {});

// The weight set in a file, or equal weights without one.
base::Result<scoring::WeightSet> read_weights(const instrument::Edition& edition, const Files& files,
                                              const std::optional<std::string>& path);

}  // namespace smm::app
