// SPDX-License-Identifier: Apache-2.0
// What an earlier round's release was frozen from: who was scored then, and with what. The release does not
// tell it, and the next freeze has to know (docs/methods/stack.md). Read anew from what schools attested
// until that release; kept nowhere.
#pragma once

#include "app/installation/installation.hpp"
#include "benchmark/release.hpp"
#include "benchmark/scores.hpp"

namespace smm::app {

// Within a look. Nothing when one of the schools, its key or what it attested is gone.
std::optional<benchmark::Scores> earlier_scores(Installation& installation, Records& records,
                                                const KeptRelease& kept, const benchmark::Release& release);

}  // namespace smm::app
