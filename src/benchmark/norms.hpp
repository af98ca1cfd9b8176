// SPDX-License-Identifier: Apache-2.0
// Norms: the figures of a profession and of the sides of its walls, from the table and the released spread
// alone. docs/methods/norms.md.
//
// 95 % interval of the frame's mean, where 30 units are behind it and its SD is released:
//   mean -+ 1.96 square root of ( SD^2 sum W_b^2 (1 - n_b/N_b) / n_b + r^2/12 sum W_b^2 )
// over (joined) blocks b with n_b units that answered of N_b in the frame, W_b = N_b / N; the second part is
// what the bins of width r add. Figures have two decimals.
#pragma once

#include "benchmark/area_tables.hpp"

namespace smm::benchmark {

inline constexpr int least_for_spread = 30;

// Why a figure is withheld.
namespace withheld {
inline constexpr std::string_view too_few_scored = "too_few_scored";
inline constexpr std::string_view joined_across_wall = "joined_across_wall";
inline constexpr std::string_view one_block_over_rounds = "one_block_over_rounds";
inline constexpr std::string_view withheld_over_rounds = "withheld_over_rounds";
inline constexpr std::string_view under_30_scored = "under_30_scored";
inline constexpr std::string_view no_spread_of_overall = "no_spread_of_overall";
}  // namespace withheld

std::vector<NormRow> norms_of(const ProfessionRelease& release, const ProfessionBlocks& blocks,
                              const Outline& outline, const Clauses& clauses = {});

// All participants: professions with rows, on their blocks. By area, domain, overall; group "all".
std::vector<NormRow> norms_of_all(const ReleaseContent& content, const std::vector<FrameRow>& rows,
                                  const Clauses& clauses = {});

double two_decimals(double value);

}  // namespace smm::benchmark
