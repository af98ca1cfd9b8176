// SPDX-License-Identifier: Apache-2.0
// Time as the demo sets it, so that the round of 2023 lies in 2023.
#pragma once

#include <atomic>

#include "app/installation/installation.hpp"

namespace smm::app {

// Stands until it is moved. Safe between threads.
class DemoClock final : public Clock {
 public:
  explicit DemoClock(base::Instant at) : microseconds_(at.microseconds) {}

  base::Instant now() const override { return {microseconds_.load()}; }
  void set(base::Instant at) { microseconds_ = at.microseconds; }
  void pass(std::int64_t microseconds) { microseconds_ += microseconds; }

 private:
  std::atomic<std::int64_t> microseconds_;
};

// The same installation by another clock, which outlives it.
inline Installation in_time_of(const Installation& installation, const Clock& clock) {
  return {installation.database,
          clock,
          installation.zones,
          installation.random,
          installation.keys,
          installation.editions,
          installation.public_url,
          installation.mail_from,
          installation.common_passwords,
          installation.releases};
}

}  // namespace smm::app
