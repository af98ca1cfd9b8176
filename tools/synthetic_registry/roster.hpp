// SPDX-License-Identifier: Apache-2.0
// A roster of graduates of invented schools, and the truth about them: which NPI each has, if any, and what
// was done to the names. Columns of the roster are those that `smm link` reads.
#pragma once

#include <cstdint>
#include <string>

namespace synthetic {

struct RosterFiles {
  std::string roster;
  std::string truth;  // graduate_id,npi,changes; npi empty: not in the registry
};

// `graduates` of the last 25 years from one to six schools, out of the first `rows` of the registry.
RosterFiles invent_roster(std::uint64_t seed, std::uint64_t rows, std::uint64_t graduates);

}  // namespace synthetic
