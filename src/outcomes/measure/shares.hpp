// SPDX-License-Identifier: Apache-2.0
// Shares of under-represented groups in the population of the states and the nation, in percent: what shares
// of graduates are held against. The shares that ship are those of the American Community Survey 2014-2018,
// people of all ages (docs/reference/shares.md): black, Hispanic, and American Indian added up. Somebody who
// is both Hispanic and one of the others counts twice, so that the sum is a little too large.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/measure/cohort.hpp"

namespace smm::outcomes::measure {

struct PopulationShares {
  double nation = 0;
  std::map<std::string, double, std::less<>> states;  // by two letters

  std::optional<double> state(std::string_view letters) const;
};

// Columns state,urm_percent and possibly more; the row "US" is the nation.
base::Result<PopulationShares> read_shares(const base::Table& table);

// What a school is held against: the state's share (public), the nation's (private).
std::optional<double> share_by_control(const PopulationShares& shares, const School& school);

}  // namespace smm::outcomes::measure
