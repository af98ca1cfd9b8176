// SPDX-License-Identifier: Apache-2.0
#include "benchmark/bins.hpp"

#include <algorithm>

namespace smm::benchmark {
namespace {

constexpr int protected_width = 20;  // points that everyone keeps

}  // namespace

int fewest_scored(int k) {
  return k >= 8 ? 5 : 4;
}

double bin_width(int k) {
  return protected_width / static_cast<double>(fewest_scored(k));
}

Bin bin_of_mean(std::int64_t sum, std::int64_t count, std::int64_t parts, int fewest) {
  const std::int64_t last = 100 * fewest / protected_width - 1;
  const std::int64_t number = std::min(last, sum * fewest / (count * parts * protected_width));
  const double width = protected_width / static_cast<double>(fewest);
  return {static_cast<double>(number) * width, static_cast<double>(number + 1) * width};
}

}  // namespace smm::benchmark
