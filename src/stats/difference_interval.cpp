// SPDX-License-Identifier: Apache-2.0
#include "stats/difference_interval.hpp"

#include <cmath>

namespace smm::stats {

Interval difference_interval(const Estimated& a, const Estimated& b) {
  const double difference = a.value - b.value;
  return {difference - std::hypot(a.value - a.interval.low, b.interval.high - b.value),
          difference + std::hypot(a.interval.high - a.value, b.value - b.interval.low)};
}

}  // namespace smm::stats
