// SPDX-License-Identifier: Apache-2.0
#include "adapters/system_clock.hpp"

#include <gtest/gtest.h>

#include <ctime>

namespace smm::adapters {
namespace {

TEST(SystemClock, TellsMicrosecondsSince1970) {
  const auto before = static_cast<std::int64_t>(std::time(nullptr));
  const base::Instant now = SystemClock().now();
  const auto after = static_cast<std::int64_t>(std::time(nullptr));
  EXPECT_GE(now.seconds(), before - 1);  // time() may lag by a tick of the system's
  EXPECT_LE(now.seconds(), after + 1);
}

}  // namespace
}  // namespace smm::adapters
