// SPDX-License-Identifier: Apache-2.0
#include "report/score_file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <cstdio>

namespace smm::report {
namespace {

std::string fixed4(double value) {
  std::string text;
  append_fixed4(text, value);
  return text;
}

std::string printed(double value) {
  char text[400];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

TEST(ScoreFile, FourDecimalsAsPrintfRoundsThem) {
  for (const double value : {0.0, 1.0, 100.0, 2.0 / 3, 200.0 / 3, 0.00005, 0.00015, 0.125, 12.34565, 99.99995,
                             1e-9, 66.66665, 1234567.00005, 1e12, -3.5, 33.33335}) {
    EXPECT_EQ(fixed4(value), printed(value)) << value;
  }
}

TEST(ScoreFile, FourDecimalsAgreeWithPrintfEverywhere) {
  rc::check("as printf", [](int numerator, int denominator) {
    const double value = 100.0 * std::abs(numerator) / (1 + std::abs(static_cast<double>(denominator)));
    RC_ASSERT(fixed4(value) == printed(value));
    const double half = std::floor(value) + 0.00005;
    RC_ASSERT(fixed4(half) == printed(half));
  });
}

}  // namespace
}  // namespace smm::report
