// SPDX-License-Identifier: Apache-2.0
// How alike two units are, from public variables alone.
//
// Squared distance, in hundredths: 900 for another program (medicine only), 900 for another control, 288 for
// another division, 128 for another locale, 64 times the squared difference of sizes (small, medium, large
// one apart), 81 times that of Carnegie classes (R1, R2, special one apart), or 162 for another class where a
// frame names other classes. These are one-hot features times 3/sqrt 2, 3/sqrt 2, 1.2, .8, a size index times
// .8 and a class index (or one-hot class) times .9. Whole numbers, so that every machine finds the same
// blocks.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "benchmark/units.hpp"

namespace smm::benchmark {

inline constexpr std::size_t feature_words = 5;  // program, control, division, Carnegie class, locale
inline constexpr std::array<std::int64_t, feature_words> word_distance = {900, 900, 288, 162, 128};
inline constexpr std::int64_t half_step_distance = 16;
inline constexpr std::int64_t class_distance = 81;

struct Features {
  std::array<std::uint32_t, feature_words> words{};  // equal numbers: equal words
  std::int64_t half_steps = 0;                       // of size, 0 to 4
  std::int64_t carnegie_class = 0;                   // 0 to 2; 0 where classes are words
};

// One per unit, in their order. `with_programme`: programs tell units apart.
std::vector<Features> features_of(const std::vector<Unit>& units, const std::vector<FrameRow>& rows,
                                  bool with_programme);

inline std::int64_t distance(const Features& one, const Features& other) {
  std::int64_t sum = 0;
  for (std::size_t v = 0; v < feature_words; ++v)
    sum += one.words[v] == other.words[v] ? 0 : word_distance[v];
  const std::int64_t apart = one.half_steps - other.half_steps;
  const std::int64_t classes = one.carnegie_class - other.carnegie_class;
  return sum + half_step_distance * apart * apart + class_distance * classes * classes;
}

// The middle of some units.
class Centroid {
 public:
  Centroid(std::span<const Features> all, std::span<const std::size_t> members);

  void remove(const Features& member);

  // Squared distance to the middle times 2 count^2: whole, and in the order of the distances.
  std::int64_t scaled_distance(const Features& from) const;
  double distance(const Features& from) const;
  double distance(const Centroid& other) const;

 private:
  std::array<std::vector<std::int64_t>, feature_words> counts_;  // by word
  std::array<std::int64_t, feature_words> squares_{};            // sums of squared counts
  std::int64_t size_sum_ = 0;
  std::int64_t class_sum_ = 0;
  std::int64_t count_ = 0;
};

}  // namespace smm::benchmark
