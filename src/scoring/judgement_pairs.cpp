// SPDX-License-Identifier: Apache-2.0
#include "scoring/judgement_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "scoring/problems.hpp"

namespace smm::scoring {
namespace {

constexpr double reciprocal_tolerance = 0.05;  // lets ratios be rounded to two decimals

class PairMatrix {
 public:
  PairMatrix(const BallotRows& ballot, const std::vector<std::size_t>& judged, const WeightParent& parent)
      : ballot_(ballot), judged_(judged), parent_(parent) {}

  std::vector<double> fill(const std::string& source, std::string& missing, base::Problems& problems) const {
    const std::size_t n = judged_.size();
    std::vector<double> matrix(n * n, 1.0);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = i + 1; j < n; ++j) {
        const auto ratio = ratio_of(judged_[i], judged_[j], source, problems);
        if (!ratio) missing += (missing.empty() ? "" : ", ") + pair_name(judged_[i], judged_[j]);
        matrix[i * n + j] = ratio.value_or(1);
        matrix[j * n + i] = 1 / ratio.value_or(1);
      }
    }
    return matrix;
  }

 private:
  std::string pair_name(std::size_t a, std::size_t b) const {
    return parent_.children[a].id + " with " + parent_.children[b].id;
  }

  const JudgementRow* row(std::size_t a, std::size_t b) const {
    const auto found = ballot_.cells.find({a, b});
    return found == ballot_.cells.end() ? nullptr : found->second;
  }

  std::optional<double> ratio_of(std::size_t a, std::size_t b, const std::string& source,
                                 base::Problems& problems) const {
    const JudgementRow* there = row(a, b);
    const JudgementRow* back = row(b, a);
    if (there == nullptr && back == nullptr) return std::nullopt;
    if (there == nullptr) return 1 / back->value;
    if (back == nullptr) return there->value;
    const double product = there->value * back->value;  // 1 when they agree
    const bool agree = std::abs(std::log(product)) <= std::log1p(reciprocal_tolerance);
    if (there->sound && back->sound && !agree) {
      problems.emplace_back(problem::judgement_contradiction,
                            said_by(ballot_, parent_) + " compares " + pair_name(a, b) +
                                " in both directions, and the ratios are not reciprocal (lines " +
                                std::to_string(std::min(there->line, back->line)) + " and " +
                                std::to_string(std::max(there->line, back->line)) + ")",
                            base::Place{source, std::max(there->line, back->line), 0});
    }
    return std::sqrt(there->value / back->value);
  }

  const BallotRows& ballot_;
  const std::vector<std::size_t>& judged_;
  const WeightParent& parent_;
};

}  // namespace

std::vector<double> pair_matrix(const BallotRows& ballot, const std::vector<std::size_t>& judged,
                                const WeightParent& parent, const std::string& source, std::string& missing,
                                base::Problems& problems) {
  return PairMatrix(ballot, judged, parent).fill(source, missing, problems);
}

}  // namespace smm::scoring
