// SPDX-License-Identifier: Apache-2.0
#include "stats/wilson_interval.hpp"

#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {

Interval wilson_interval(std::size_t successes, std::size_t out_of, double confidence) {
  SMM_ASSERT(out_of >= 1 && successes <= out_of);
  const double n = static_cast<double>(out_of);
  const double share = static_cast<double>(successes) / n;
  const double z = normal_quantile(confidence);
  const double scale = 1 + z * z / n;
  const double middle = (share + z * z / (2 * n)) / scale;
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / scale;
  // At the ends of the scale the two terms cancel; rounding must not leave a share below 0 or above 1.
  return {successes == 0 ? 0.0 : middle - half, successes == out_of ? 1.0 : middle + half};
}

}  // namespace smm::stats
