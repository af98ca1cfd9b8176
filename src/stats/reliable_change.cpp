// SPDX-License-Identifier: Apache-2.0
#include "stats/reliable_change.hpp"

#include <cmath>
#include <numbers>

#include "base/assert.hpp"
#include "stats/interval.hpp"

namespace smm::stats {

MeasurementError measurement_error(double sd, double reliability) {
  SMM_ASSERT(std::isfinite(sd) && sd > 0 && reliability >= 0 && reliability < 1);
  const double error = sd * std::sqrt(1 - reliability);
  return {error, std::numbers::sqrt2 * error};
}

double reliable_change_index(double earlier, double later, const MeasurementError& error) {
  return (later - earlier) / error.of_difference;
}

double smallest_real_difference(const MeasurementError& error, double confidence) {
  return normal_quantile(confidence) * error.of_difference;
}

}  // namespace smm::stats
