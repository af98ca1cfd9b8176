// SPDX-License-Identifier: Apache-2.0
#include "stats/pairwise_priorities.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/assert.hpp"
#include "stats/proportions.hpp"

namespace smm::stats {
namespace {

using SquareMatrix = std::vector<double>;

// B*B divided by its largest entry, so that repeated squaring neither overflows nor vanishes.
SquareMatrix scaled_square(const SquareMatrix& b, std::size_t n) {
  SquareMatrix square(n * n, 0.0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t j = 0; j < n; ++j) square[i * n + j] += b[i * n + k] * b[k * n + j];
    }
  }
  const double largest = *std::max_element(square.begin(), square.end());
  for (double& entry : square) entry /= largest;
  return square;
}

std::vector<double> times(std::span<const double> matrix, std::span<const double> vector) {
  std::vector<double> product(vector.size());
  for (std::size_t i = 0; i < product.size(); ++i) {
    const auto row = matrix.subspan(i * vector.size(), vector.size());
    product[i] = std::inner_product(row.begin(), row.end(), vector.begin(), 0.0);
  }
  return product;
}

// 40 squarings are 10^12 power steps: enough for any matrix whose entries a person would write.
std::vector<double> perron_vector(std::span<const double> matrix, std::size_t n) {
  constexpr int squarings = 40;
  constexpr int power_steps = 4;
  SquareMatrix power(matrix.begin(), matrix.end());
  for (int i = 0; i < squarings; ++i) power = scaled_square(power, n);
  std::vector<double> vector = proportions(times(power, std::vector<double>(n, 1.0)));
  for (int i = 0; i < power_steps; ++i) vector = proportions(times(matrix, vector));
  return vector;
}

}  // namespace

double random_consistency_index(std::size_t n) {
  constexpr std::array<double, most_compared> table = {0,    0,    0.58, 0.90, 1.12, 1.24, 1.32, 1.41,
                                                       1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
  SMM_ASSERT(n >= 1 && n <= most_compared);
  return table[n - 1];
}

PairwisePriorities pairwise_priorities(std::span<const double> matrix, std::size_t n) {
  SMM_ASSERT(n >= 1 && n <= most_compared && matrix.size() == n * n);
  for (const double entry : matrix) SMM_ASSERT(entry >= 1e-100 && entry <= 1e100);
  PairwisePriorities result;
  result.priorities = perron_vector(matrix, n);
  const std::vector<double> product = times(matrix, result.priorities);
  result.lambda_max = std::accumulate(product.begin(), product.end(), 0.0);  // the priorities sum to 1
  if (n <= 2) return result;  // two things cannot contradict each other
  const double size = static_cast<double>(n);
  result.consistency_index = std::max(0.0, (result.lambda_max - size) / (size - 1));  // below 0 is rounding
  result.consistency_ratio = result.consistency_index / random_consistency_index(n);
  return result;
}

}  // namespace smm::stats
