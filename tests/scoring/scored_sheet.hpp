// SPDX-License-Identifier: Apache-2.0
// Scores what a school said as the program does: rows of an answer file, collected, routed and scored.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "scoring/answer_rows.hpp"
#include "scoring/score_rows.hpp"
#include "sheet_oracle.hpp"

namespace smm::test {

inline const std::vector<scoring::Level> every_level = {scoring::Level::indicator, scoring::Level::area,
                                                        scoring::Level::domain, scoring::Level::overall};

// By "level id", as the oracle names them.
using ScoresByName = std::map<std::string, scoring::Score>;

ScoresByName scores_of(const scoring::ScoringPlan& plan, std::size_t programme, const SaidSheet& sheet);

// The sheet as lines of an answer file, without the header.
std::vector<std::string> answer_lines(const std::string& school_id, const std::string& programme,
                                      const SaidSheet& sheet);

instrument::Edition real_edition();  // smm-2026 as it stands in content/

}  // namespace smm::test
