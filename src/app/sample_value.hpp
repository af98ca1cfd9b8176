// SPDX-License-Identifier: Apache-2.0
// One invented value in the notation of the answer file, for a school that leans `leaning` (0 weakest, 1
// best) on this item.
#pragma once

#include <string>

#include "base/random.hpp"
#include "instrument/item.hpp"

namespace smm::app {

std::string sample_value(const instrument::Item& item, int years, double leaning, base::Random& random);

}  // namespace smm::app
