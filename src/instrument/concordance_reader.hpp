// SPDX-License-Identifier: Apache-2.0
// Reads the fields of a concordance, without looking at what its ids refer to.
#pragma once

#include <optional>

#include "base/document.hpp"
#include "base/problem.hpp"
#include "instrument/concordance.hpp"

namespace smm::instrument {

// Rows whose `change` is no word are reported and left out: nothing more can be said of them.
Concordance read_concordance(const base::Document& document, base::Problems& problems);

}  // namespace smm::instrument
