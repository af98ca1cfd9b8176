// SPDX-License-Identifier: Apache-2.0
#include "stats/cronbach_alpha.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "base/assert.hpp"

namespace smm::stats {
namespace {

using ItemMatrix = Eigen::MatrixXd;

struct PairedMoments {
  double people = 0;
  double covariance = 0;
  double first_variance = 0;
  double second_variance = 0;

  double correlation() const { return covariance / std::sqrt(first_variance * second_variance); }
};

PairedMoments paired_moments(const ItemAnswers& first, const ItemAnswers& second) {
  SMM_ASSERT(first.size() == second.size());
  PairedMoments moments;
  double first_mean = 0;
  double second_mean = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!first[i] || !second[i]) continue;
    moments.people += 1;
    first_mean += *first[i];
    second_mean += *second[i];
  }
  if (moments.people < 2) return moments;
  first_mean /= moments.people;
  second_mean /= moments.people;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (!first[i] || !second[i]) continue;
    moments.covariance += (*first[i] - first_mean) * (*second[i] - second_mean) / (moments.people - 1);
    moments.first_variance += (*first[i] - first_mean) * (*first[i] - first_mean) / (moments.people - 1);
    moments.second_variance += (*second[i] - second_mean) * (*second[i] - second_mean) / (moments.people - 1);
  }
  return moments;
}

std::optional<ItemMatrix> pairwise_covariances(std::span<const ItemAnswers> items) {
  const auto size = static_cast<Eigen::Index>(items.size());
  ItemMatrix covariances(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) {
      const PairedMoments moments =
          paired_moments(items[static_cast<std::size_t>(i)], items[static_cast<std::size_t>(j)]);
      if (!(moments.first_variance > 0 && moments.second_variance > 0)) return std::nullopt;
      covariances(i, j) = covariances(j, i) = moments.covariance;
    }
  }
  if (!(covariances.sum() > 0)) return std::nullopt;
  return covariances;
}

double alpha_of(const ItemMatrix& covariances) {
  const double k = static_cast<double>(covariances.rows());
  return k / (k - 1) * (1 - covariances.trace() / covariances.sum());
}

double error_of_alpha(const ItemMatrix& c, double people) {
  const double k = static_cast<double>(c.rows());
  const ItemMatrix squared = c * c;
  const double sum = c.sum();
  const double spread = sum * (squared.trace() + c.trace() * c.trace()) - 2 * c.trace() * squared.sum();
  return std::sqrt(2 * k * k * spread / ((k - 1) * (k - 1) * sum * sum * sum * people));
}

std::optional<double> guttman_lambda6(const ItemMatrix& correlations) {
  const Eigen::FullPivLU<ItemMatrix> decomposed(correlations);
  if (!decomposed.isInvertible()) return std::nullopt;
  const double left = decomposed.inverse().diagonal().cwiseInverse().sum();
  return 1 - left / correlations.sum();
}

ItemMatrix without_item(const ItemMatrix& matrix, Eigen::Index item) {
  const Eigen::Index size = matrix.rows() - 1;
  ItemMatrix rest(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j < size; ++j) rest(i, j) = matrix(i + (i >= item), j + (j >= item));
  }
  return rest;
}

// Each person's mean over the items answered; none for those who answered none.
ItemAnswers own_means(std::span<const ItemAnswers> items) {
  ItemAnswers means(items.front().size());
  for (std::size_t person = 0; person < means.size(); ++person) {
    double sum = 0;
    double answered = 0;
    for (const ItemAnswers& item : items) {
      if (!item[person]) continue;
      SMM_ASSERT(std::isfinite(*item[person]));
      sum += *item[person];
      answered += 1;
    }
    if (answered > 0) means[person] = sum / answered;
  }
  return means;
}

ItemOfScale item_of_scale(const ItemMatrix& covariances, Eigen::Index i, const ItemAnswers& item,
                          const ItemAnswers& means) {
  const ItemMatrix rest = without_item(covariances, i);
  ItemOfScale result;
  result.with_mean = paired_moments(item, means).correlation();
  result.with_rest =
      (covariances.row(i).sum() - covariances(i, i)) / std::sqrt(covariances(i, i) * rest.sum());
  if (rest.rows() >= 2) result.alpha_without = alpha_of(rest);
  return result;
}

void describe_people(const ItemAnswers& means, ScaleConsistency& result) {
  double sum = 0;
  for (const auto& mean : means) {
    if (!mean) continue;
    ++result.people;
    sum += *mean;
  }
  result.mean = sum / static_cast<double>(result.people);
  result.sd = std::sqrt(paired_moments(means, means).covariance);
}

}  // namespace

std::optional<ScaleConsistency> cronbach_alpha(std::span<const ItemAnswers> items) {
  SMM_ASSERT(items.size() >= 2);
  for (const ItemAnswers& item : items) SMM_ASSERT(item.size() == items.front().size());
  const auto covariances = pairwise_covariances(items);
  if (!covariances) return std::nullopt;
  const Eigen::VectorXd scale = covariances->diagonal().cwiseSqrt().cwiseInverse();
  const ItemMatrix correlations = scale.asDiagonal() * *covariances * scale.asDiagonal();
  const double k = static_cast<double>(items.size());
  const ItemAnswers means = own_means(items);
  ScaleConsistency result;
  describe_people(means, result);
  result.alpha = alpha_of(*covariances);
  result.standardized = k / (k - 1) * (1 - k / correlations.sum());
  result.mean_correlation = (correlations.sum() - k) / (k * (k - 1));
  result.lambda6 = guttman_lambda6(correlations);
  result.error = error_of_alpha(*covariances, static_cast<double>(result.people));
  for (std::size_t i = 0; i < items.size(); ++i)
    result.items.push_back(item_of_scale(*covariances, static_cast<Eigen::Index>(i), items[i], means));
  return result;
}

}  // namespace smm::stats
