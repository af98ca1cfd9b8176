// SPDX-License-Identifier: Apache-2.0
// A comparison as JSON for programs and as a table for a terminal. Takes nothing but what passed the gate of
// `benchmark`.
#pragma once

#include <string>
#include <vector>

#include "benchmark/comparison.hpp"

namespace smm::report {

using PublishedComparisons = std::vector<benchmark::Publishable<benchmark::Comparison>>;

// docs/reference/benchmark-files.md has the fields.
std::string comparison_json(const PublishedComparisons& comparisons);

// One table for each profession of the school, with a sentence on what stands behind it.
std::string comparison_text(const PublishedComparisons& comparisons);

// "weighted by where your 12 picks are, from blocks of 41 schools in all"
std::string behind(const benchmark::PeerMean& peers);

}  // namespace smm::report
