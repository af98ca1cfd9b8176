// SPDX-License-Identifier: Apache-2.0
// Three moves for a school: found among its items, ranked by rank_moves.hpp, put into words. Internal to
// report. docs/methods/moves.md.
#pragma once

#include <vector>

#include "report/school_report.hpp"

namespace smm::report {

inline constexpr std::size_t most_moves = 3;

// An item of several programs counts once, for the program that earned the smallest part of its points.
std::vector<Move> moves_of(const ReportInput& input, const ShownShares& shares, const render::Texts& texts);

// Resources of an area; empty when there are none.
const std::vector<ReportResource>& resources_of(const ReportInput& input, const std::string& area);

}  // namespace smm::report
