// SPDX-License-Identifier: Apache-2.0
#include "stats/reliable_change.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "reference_results.hpp"

namespace smm::stats {
namespace {

// The worked example of docs/methods/reliable-change.md: SD 10 and reliability 0.92 give 2 square roots of 2
// and 4.
TEST(ReliableChange, WorkedExample) {
  const MeasurementError error = measurement_error(10, 0.92);
  EXPECT_NEAR(error.of_measurement, std::sqrt(8.0), 1e-13);
  EXPECT_NEAR(error.of_difference, 4, 1e-13);
  EXPECT_NEAR(reliable_change_index(50, 59, error), 2.25, 1e-13);
  EXPECT_NEAR(smallest_real_difference(error, 0.95), 7.839855938160216, 1e-12);
}

TEST(ReliableChange, AgreesWithTheReferenceFile) {
  if (!test::has_reference()) GTEST_SKIP() << test::no_reference();
  const auto expected = [](const std::string& key) { return test::reference_figure("rci.formula", {key}); };
  const MeasurementError error = measurement_error(15, 0.85);
  EXPECT_NEAR(error.of_measurement, expected("sem"), 1e-10);
  EXPECT_NEAR(error.of_difference, expected("sdiff"), 1e-10);
  EXPECT_NEAR(reliable_change_index(60, 72, error), expected("rci"), 1e-10);
  EXPECT_NEAR(smallest_real_difference(error, 0.95), expected("mdc95"), 1e-10);
}

RC_GTEST_PROP(ReliableChange, LosesWhatItGains, ()) {
  const double earlier = *rc::gen::inRange(0, 100);
  const double later = *rc::gen::inRange(0, 100);
  const MeasurementError error =
      measurement_error(*rc::gen::inRange(1, 30), *rc::gen::inRange(0, 100) / 100.0);
  const double index = reliable_change_index(earlier, later, error);
  RC_ASSERT(index == -reliable_change_index(later, earlier, error));
  RC_ASSERT((std::abs(later - earlier) > smallest_real_difference(error, 0.95)) ==
            (std::abs(index) > 1.959963984540054));
}

}  // namespace
}  // namespace smm::stats
