// SPDX-License-Identifier: Apache-2.0
// Use case: weights from a file of raw judgements, and how far scores move under each group's.
#pragma once

#include <string>
#include <vector>

#include "app/files.hpp"
#include "instrument/edition.hpp"
#include "scoring/judgement_weights.hpp"
#include "scoring/weight_movement.hpp"

namespace smm::app {

base::Result<scoring::JudgedWeights> judge_weights(const instrument::Edition& edition, const Files& files,
                                                   scoring::JudgementMethod method, const std::string& path);

// Areas and domains of the answer file, scored under everybody's weights and under each group's.
base::Result<std::vector<scoring::ScoreMovement>> movements_by_group(const instrument::Edition& edition,
                                                                     const Files& files,
                                                                     const scoring::JudgedWeights& judged,
                                                                     const std::string& answers);

// The weight table as the CSV that `smm score --weights` reads.
std::string weights_csv(const scoring::JudgedWeights& judged);

}  // namespace smm::app
