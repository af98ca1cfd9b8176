// SPDX-License-Identifier: Apache-2.0
// The clock of this machine. It can be set back while the program runs, as clocks can.
#pragma once

#include "app/clock.hpp"

namespace smm::adapters {

class SystemClock final : public app::Clock {
 public:
  base::Instant now() const override;
};

}  // namespace smm::adapters
