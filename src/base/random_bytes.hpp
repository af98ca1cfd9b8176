// SPDX-License-Identifier: Apache-2.0
// Where random bytes come from. A port: the program takes them from the operating system
// (crypto/system_random.hpp), a demo or a test from a seed, so that the same ids come out again.
//
// Keys, nonces and tokens never come through this port: crypto takes those from the system itself.
#pragma once

#include <span>

#include "base/random.hpp"

namespace smm::base {

class RandomBytes {
 public:
  virtual ~RandomBytes() = default;
  virtual void fill(std::span<unsigned char> bytes) = 0;
};

// The same bytes for the same seed, on every machine. Can be foretold: for what needs no secrecy.
class SeededRandomBytes final : public RandomBytes {
 public:
  explicit SeededRandomBytes(std::uint64_t seed) : random_(seed) {}

  void fill(std::span<unsigned char> bytes) override {
    for (unsigned char& byte : bytes) byte = static_cast<unsigned char>(random_.below(256));
  }

 private:
  Random random_;
};

}  // namespace smm::base
