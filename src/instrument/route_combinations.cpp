// SPDX-License-Identifier: Apache-2.0
#include "instrument/route_combinations.hpp"

#include <algorithm>

namespace smm::instrument {

std::size_t combination_count(const std::vector<Gate>& gates) {
  std::size_t product = 1;
  for (const Gate& gate : gates) product = std::min(product * gate.candidates.size(), most_combinations + 1);
  return product;
}

void for_each_combination(const std::vector<Gate>& gates, const std::function<bool(const Picks&)>& visit) {
  Picks picks(gates.size(), 0);
  for (std::size_t left = combination_count(gates); left > 0 && visit(picks); --left) {
    for (std::size_t g = 0; g < picks.size() && ++picks[g] == gates[g].candidates.size(); ++g) picks[g] = 0;
  }
}

}  // namespace smm::instrument
