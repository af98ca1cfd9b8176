// SPDX-License-Identifier: Apache-2.0
// Values as distances from their middle, in units of their spread.
//
//   z_scores        (x - mean) / SD, the SD with n or with n - 1
//   robust_scores   (x - median) / (1.4826 * median of |x - median|); 1.4826 makes the unit that of an SD
//                   when values are normal (Hampel 1974, Journal of the American Statistical Association
//                   69:383-393). One far-off value moves it little, and stays far off itself.
//
// None is returned where there is no spread (equal values; for robust_scores: more than half are equal) or
// fewer than two values. Without unit. Values are finite. docs/methods/social-mission-score-2010.md has the
// worked example.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace smm::stats {

enum class SpreadDivisor { n, n_minus_one };

std::optional<std::vector<double>> z_scores(std::span<const double> values, SpreadDivisor divisor);
std::optional<std::vector<double>> robust_scores(std::span<const double> values);

}  // namespace smm::stats
