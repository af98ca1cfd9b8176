// SPDX-License-Identifier: Apache-2.0
// Scores of a sheet as rows of the score file, in its order: by school, program, level and id, each as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scoring/score_sheet.hpp"

namespace smm::scoring {

enum class Level { indicator, area, domain, overall };

std::string_view to_string(Level level);
std::optional<Level> level_named(std::string_view word);

struct ScoreRow {
  std::string_view school_id;
  std::string_view programme;
  Level level = Level::area;
  std::string_view id;  // "overall" for the overall score
  Score score;
};

// Where the rows of one programme's sheets are found, worked out once.
class ScoreRowOrder {
 public:
  ScoreRowOrder(const ScoringPlan& plan, const std::vector<Level>& levels);

  // Rows of one sheet, ready to print; valid until the next call.
  const std::vector<ScoreRow>& rows(std::string_view school_id, std::size_t programme,
                                    const SheetScores& scores);

 private:
  struct Entry {
    Level level;
    std::string_view id;
    std::size_t position;  // in the scores of its level
  };
  const ScoringPlan& plan_;
  std::vector<std::vector<Entry>> entries_;  // by programme
  std::vector<ScoreRow> rows_;
};

}  // namespace smm::scoring
