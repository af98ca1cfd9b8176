// SPDX-License-Identifier: Apache-2.0
// T8: standard deviations and percentiles.
//   alone        |score - mean| <= SD (n-1) / sqrt n, so a small SD is everybody's score
//   subtraction  spread of two groups of which one holds the other, and fewer than 30 more
//   pooled       everybody else in the group knows all but one score: which scores give the printed figures?
//   Under 30
//                units that is a leak. From 30 on it is what the promise leaves out ("shares and spread of
//                thirty or more"), and is counted as excused, to show how much it is.
// Who is scored is taken for known.
#pragma once

#include "finding.hpp"
#include "intervals.hpp"

namespace smm::attacks {

Finding spread_alone(const Evidence& evidence);
Finding spread_by_subtraction(const Evidence& evidence);
// Up to `targets` schools of every printed row of groups of at most `largest` units.
Finding spread_pooled(const Evidence& evidence, int targets, std::size_t largest);

}  // namespace smm::attacks
