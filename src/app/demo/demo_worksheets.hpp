// SPDX-License-Identifier: Apache-2.0
// The worksheets of every program, to print and to fill in, and the public list of all questions.
//
//   worksheets/worksheet-PROGRAM.xlsx, .html; questions/index.html and a page for each area
#pragma once

#include "app/demo/demo_house.hpp"

namespace smm::app {

// How many files.
base::Result<std::size_t> write_demo_worksheets(const DemoHouse& house);

}  // namespace smm::app
