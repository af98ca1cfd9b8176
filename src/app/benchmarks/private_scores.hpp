// SPDX-License-Identifier: Apache-2.0
// What a release was frozen from, kept beside its folder as FOLDER.private.csv for the next freeze: who was
// scored with what, which the release must not tell. As secret as the scores; only its owner may read it.
//
//   release,school_id,programme,curriculum,mission,...   one row for each sheet, one column for each area
//   the release's hash,river,medicine_md,53.5,,...       empty: not scored
#pragma once

#include <optional>
#include <string>

#include "app/files.hpp"
#include "benchmark/freeze.hpp"

namespace smm::app::benchmarks {

std::string private_scores_path(const std::string& folder);

// Scores of sheets that were used.
std::string private_scores(const benchmark::FreezeInput& input, const benchmark::Release& release);

// Nothing when there is no such file. Problems: earlier_scores_of_other_release where a row has another hash,
// score_bad_row where it cannot be read.
base::Result<std::optional<benchmark::Scores>> read_private_scores(const Files& files,
                                                                   const std::string& folder,
                                                                   const benchmark::Release& release);

}  // namespace smm::app::benchmarks
