// SPDX-License-Identifier: Apache-2.0
// An answer file of invented schools that are in no round, and its scores: for whoever wants to try `smm
// score`.
//
//   sample/answers.csv, scores.csv, scores.html
#pragma once

#include "app/demo/demo_house.hpp"

namespace smm::app {

base::Result<bool> write_demo_sample(const DemoHouse& house);

}  // namespace smm::app
