// SPDX-License-Identifier: Apache-2.0
#include "adapters/system_clock.hpp"

#include <chrono>

namespace smm::adapters {

base::Instant SystemClock::now() const {
  using namespace std::chrono;
  return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

}  // namespace smm::adapters
