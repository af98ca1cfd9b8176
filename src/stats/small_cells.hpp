// SPDX-License-Identifier: Apache-2.0
// Joins cells that hold too few of a sample to their neighbors, before weights are adjusted to them.
//
// In:  how many of the sample are in each cell, in an order in which neighbors are alike (sizes, regions),
//      and the fewest a cell may hold
// Out: per cell the number 0, 1, ... of the group it ends in; groups are runs of neighbors
// Rule: while a group holds fewer, the smallest one (of equals the first) joins the smaller of its two
//      neighbors (of equals the one before). When all together hold fewer, all are one group.
// A choice of ours, made to be the same every time: only counts of the sample decide, no values.
//
// Needs at least one cell. Cells without natural order (control, program) are not for this rule: there the
// caller drops the variable instead. docs/methods/post-stratification.md has the worked example.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace smm::stats {

std::vector<std::size_t> collapsed_cells(std::span<const std::size_t> counts, std::size_t fewest);

}  // namespace smm::stats
