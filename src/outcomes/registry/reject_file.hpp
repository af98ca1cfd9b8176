// SPDX-License-Identifier: Apache-2.0
// The lines that a build left out, as CSV: source,line,reason,text. The line is 0 where it is not known (a
// row whose NPI stands again further down).
#pragma once

#include <string>

#include "outcomes/registry/build.hpp"

namespace smm::outcomes::registry {

std::string reject_csv(const std::vector<RejectedSourceLine>& rejected);

}  // namespace smm::outcomes::registry
