// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/acceptance.hpp"

#include <algorithm>
#include <functional>

namespace smm::outcomes::linkage {

double accepted_from(std::vector<double> best, double share) {
  std::ranges::sort(best, std::greater());
  double threshold = 2;
  double sum = 0;
  for (std::size_t i = 0; i < best.size() && best[i] >= least_accepted; ++i) {
    sum += best[i];
    const bool last_of_equals = i + 1 == best.size() || best[i + 1] < best[i];
    if (last_of_equals && sum >= share * static_cast<double>(i + 1)) threshold = best[i];
  }
  return threshold;
}

}  // namespace smm::outcomes::linkage
