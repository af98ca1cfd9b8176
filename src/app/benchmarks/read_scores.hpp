// SPDX-License-Identifier: Apache-2.0
// Reads a score file (docs/reference/files.md, as `smm score` writes it) into the areas of an outline. Rows
// of other levels and areas that are not scored are read over; what cannot be read is a problem with its
// line.
#pragma once

#include "app/files.hpp"
#include "benchmark/outline.hpp"
#include "benchmark/scores.hpp"

namespace smm::app::benchmarks {

base::Result<benchmark::Scores> read_scores(const Files& files, const std::string& path,
                                            const benchmark::Outline& outline);

}  // namespace smm::app::benchmarks
