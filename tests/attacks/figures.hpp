// SPDX-License-Identifier: Apache-2.0
// T7, T12 and T13 on figures: does every printed figure follow from the table, and what do those tell that do
// not?
//
// Means of groups are computed again from bin midpoints and the public frame: blocks weigh their units in the
// frame, a group without whole blocks has no figure, a domain is the mean of its areas' figures. A figure
// that differs is taken for an exact mean of its members' scores; then all others of the group, pooling
// theirs, have the last one. Rows about more than an area's point scores ("mission/lower") are read as exact
// means of bounds in the same way. A printed block mean that is not a bin is tried for how many units it can
// be the mean of (integrality).
#pragma once

#include "finding.hpp"
#include "intervals.hpp"

namespace smm::attacks {

Finding unaccounted_figures(const Evidence& evidence);
Finding bounds_of_others(const Evidence& evidence);
Finding counts_told(const Evidence& evidence);

// All participants minus the professions that have rows of their own: schools of the rest.
Finding all_minus_professions(const Evidence& evidence);

}  // namespace smm::attacks
