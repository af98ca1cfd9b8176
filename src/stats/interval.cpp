// SPDX-License-Identifier: Apache-2.0
#include "stats/interval.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

double upper_tail(double confidence) {
  SMM_ASSERT(confidence > 0 && confidence < 1);
  return (1 - confidence) / 2;
}

}  // namespace

double normal_quantile(double confidence) {
  return boost::math::quantile(boost::math::complement(boost::math::normal(), upper_tail(confidence)));
}

double student_quantile(double confidence, double degrees_of_freedom) {
  SMM_ASSERT(degrees_of_freedom > 0);
  const boost::math::students_t distribution(degrees_of_freedom);
  return boost::math::quantile(boost::math::complement(distribution, upper_tail(confidence)));
}

Interval normal_interval(double estimate, double error, double confidence) {
  SMM_ASSERT(error >= 0);
  const double half = normal_quantile(confidence) * error;
  return {estimate - half, estimate + half};
}

}  // namespace smm::stats
