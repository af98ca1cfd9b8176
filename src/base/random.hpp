// SPDX-License-Identifier: Apache-2.0
// Seeded random numbers that are the same on every machine and compiler: the 64-bit Mersenne Twister of the
// standard library (whose sequence is fixed) with distributions of our own (the standard's are not fixed).
#pragma once

#include <cstdint>
#include <random>

namespace smm::base {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // Uniform in [0, 1), 53 bits.
  double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }

  // Uniform whole number from 0 to count - 1, without bias; count > 0.
  std::uint64_t below(std::uint64_t count) {
    const std::uint64_t limit = -count % count;  // of the short last run, 2^64 mod count
    for (;;) {
      const std::uint64_t number = engine_();
      if (number >= limit) return number % count;
    }
  }

  bool chance(double probability) { return uniform() < probability; }

  // Normal with mean 0 and SD 1: sum of twelve uniforms, within 6 SD; enough to invent people, not for tails.
  double roughly_normal() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace smm::base
