// SPDX-License-Identifier: Apache-2.0
// Reads an answer file (docs/reference/files.md, as `smm score` reads it) into what item results count. Bad
// rows refuse the file.
#pragma once

#include "app/files.hpp"
#include "benchmark/scores.hpp"
#include "instrument/edition.hpp"

namespace smm::app::benchmarks {

base::Result<benchmark::ItemAnswers> read_item_answers(const Files& files, const std::string& path,
                                                       const instrument::Edition& edition);

}  // namespace smm::app::benchmarks
