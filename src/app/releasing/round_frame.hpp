// SPDX-License-Identifier: Apache-2.0
// A round's frame: every school that was asked, with its public variables, by program. Schools that withdrew
// are not in it; those that declined or never answered are, as schools that did not respond.
#pragma once

#include "assessment/participation.hpp"
#include "assessment/school.hpp"
#include "benchmark/frame.hpp"

namespace smm::app {

// Did it answer? What was attested once counts, also where the sheet was given back since.
bool has_responded(const assessment::Participation& part);

// One for each program.
std::vector<benchmark::FrameRow> frame_rows(const assessment::School& school,
                                            const assessment::Participation& part);

}  // namespace smm::app
