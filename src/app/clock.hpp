// SPDX-License-Identifier: Apache-2.0
// Port: what time it is. The program asks the system; tests and the demo set it themselves.
#pragma once

#include "base/instant.hpp"

namespace smm::app {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual base::Instant now() const = 0;
};

}  // namespace smm::app
