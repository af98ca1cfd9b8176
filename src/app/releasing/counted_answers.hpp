// SPDX-License-Identifier: Apache-2.0
// A school's attested answers as what benchmarks count: for each program the options that were chosen.
#pragma once

#include "app/releasing/attested_sheet.hpp"
#include "benchmark/counted_items.hpp"

namespace smm::app {

std::vector<benchmark::SheetAnswers> counted_answers(const OpenSheet& sheet,
                                                     const std::vector<assessment::SheetAnswer>& answers,
                                                     const benchmark::ItemCatalogue& catalogue);

}  // namespace smm::app
