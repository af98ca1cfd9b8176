// SPDX-License-Identifier: Apache-2.0
// A scheme or concordance stands in a file named after what it says of itself, so that a person who looks
// for it finds it and no two files can claim the same name.
#pragma once

#include <string>

#include "base/document.hpp"
#include "base/problem.hpp"

namespace smm::instrument {

// Reports at `where` when the file that `document` came from (its place's source) is not `<expected>.yaml`.
void check_definition_name(const base::Document& document, const std::string& expected,
                           const base::Place& where, base::Problems& problems);

}  // namespace smm::instrument
