// SPDX-License-Identifier: Apache-2.0
#include "benchmark/census_division.hpp"

namespace smm::benchmark {
namespace {

struct Division {
  std::string_view name;
  std::string_view states;  // each with a blank behind it
};

constexpr Division census_divisions[] = {{"New England", "CT ME MA NH RI VT "},
                                         {"Middle Atlantic", "NJ NY PA "},
                                         {"East North Central", "IL IN MI OH WI "},
                                         {"West North Central", "IA KS MN MO NE ND SD "},
                                         {"South Atlantic", "DE DC FL GA MD NC SC VA WV "},
                                         {"East South Central", "AL KY MS TN "},
                                         {"West South Central", "AR LA OK TX "},
                                         {"Mountain", "AZ CO ID MT NV NM UT WY "},
                                         {"Pacific", "AK CA HI OR WA "},
                                         {"Island Areas", "AS FM GU MH MP PR PW VI "}};

}  // namespace

std::optional<std::string_view> census_division(std::string_view state) {
  if (state.size() != 2 || state.find(' ') != std::string_view::npos) return std::nullopt;
  for (const Division& division : census_divisions) {
    for (std::size_t at = 0; at < division.states.size(); at += 3) {
      if (division.states.substr(at, 2) == state) return division.name;
    }
  }
  return std::nullopt;
}

}  // namespace smm::benchmark
