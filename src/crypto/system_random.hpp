// SPDX-License-Identifier: Apache-2.0
// Random bytes from the operating system: what a running installation makes its ids from.
#pragma once

#include "base/random_bytes.hpp"

namespace smm::crypto {

class SystemRandom final : public base::RandomBytes {
 public:
  void fill(std::span<unsigned char> bytes) override;
};

}  // namespace smm::crypto
