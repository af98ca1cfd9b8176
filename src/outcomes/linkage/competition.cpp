// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/competition.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/assert.hpp"
#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::size_t fit_pieces = 64;  // fixed, so that sums do not depend on the number of threads

// What one stretch of left records adds up to.
struct ExpectedCounts {
  std::vector<double> by_parameter;
  std::vector<double> linked;  // by share class
  double log_likelihood = 0;
};

class ExpectationStep {
 public:
  ExpectationStep(const CandidateSet& candidates, const LinkageModel& model, const FitOptions& options)
      : candidates_(candidates), model_(model), options_(options), log_m_(logarithms(model.m)) {}

  // Probabilities of the left records of one stretch go to `p`, in order of candidates; `none` per left
  // record.
  void run(const Stretch& lefts, std::vector<float>& p, std::vector<float>& none,
           ExpectedCounts& counts) const {
    for (std::size_t left = lefts.begin; left < lefts.end; ++left) {
      if (options_.competition == Competition::one_at_most) {
        compete(left, p, none, counts);
      } else {
        stand_alone(left, p, none, counts);
      }
    }
  }

 private:
  void compete(std::size_t left, std::vector<float>& p, std::vector<float>& none,
               ExpectedCounts& counts) const {
    const std::size_t begin = candidates_.begin[left], end = candidates_.begin[left + 1];
    const std::size_t share_class = candidates_.share_class[left];
    const double share = model_.share[share_class];
    const double prior = std::log(share) - std::log(static_cast<double>(options_.rights));
    const double log_none = std::log1p(-share);
    double top = log_none;
    weights_.clear();
    for (std::size_t c = begin; c < end; ++c) {
      weights_.push_back(prior + weight_of(candidates_, log_m_, c));
      top = std::max(top, weights_.back());
    }
    double sum = std::exp(log_none - top);
    none[left] = static_cast<float>(sum);
    for (double& weight : weights_) sum += weight = std::exp(weight - top);
    none[left] = static_cast<float>(none[left] / sum);
    counts.log_likelihood += top + std::log(sum);
    for (std::size_t c = begin; c < end; ++c)
      p[c] = static_cast<float>(count(c, weights_[c - begin] / sum, counts));
    counts.linked[share_class] += 1 - none[left];
  }

  void stand_alone(std::size_t left, std::vector<float>& p, std::vector<float>& none,
                   ExpectedCounts& counts) const {
    const double prior = std::log(model_.share[0]) - std::log1p(-model_.share[0]);
    double nobody = 1;
    for (std::size_t c = candidates_.begin[left]; c < candidates_.begin[left + 1]; ++c) {
      const double odds = prior + weight_of(candidates_, log_m_, c);
      counts.log_likelihood += odds > 0 ? odds + std::log1p(std::exp(-odds)) : std::log1p(std::exp(odds));
      const double probability = 1 / (1 + std::exp(-odds));
      p[c] = static_cast<float>(count(c, probability, counts));
      nobody *= 1 - probability;
      counts.linked[0] += probability;
    }
    none[left] = static_cast<float>(nobody);
  }

  double count(std::size_t candidate, double probability, ExpectedCounts& counts) const {
    if (probability > 1e-9)
      for (const Parameter parameter : candidates_.of(candidate))
        counts.by_parameter[parameter] += probability;
    return probability;
  }

  const CandidateSet& candidates_;
  const LinkageModel& model_;
  const FitOptions& options_;
  std::vector<double> log_m_;
  static thread_local std::vector<double> weights_;
};

thread_local std::vector<double> ExpectationStep::weights_;

ExpectedCounts expectation(const CandidateSet& candidates, const LinkageModel& model,
                           const FitOptions& options, Posterior& result) {
  result.probability.resize(candidates.size());
  result.none.resize(candidates.lefts());
  const ExpectationStep step(candidates, model, options);
  std::vector<ExpectedCounts> pieces(
      fit_pieces, {std::vector<double>(model.m.size()), std::vector<double>(model.share.size()), 0});
  in_parallel(options.threads, fit_pieces, [&](std::size_t piece) {
    step.run(stretch(candidates.lefts(), fit_pieces, piece), result.probability, result.none, pieces[piece]);
  });
  ExpectedCounts total = std::move(pieces.front());
  for (std::size_t piece = 1; piece < fit_pieces; ++piece) {
    for (std::size_t i = 0; i < total.by_parameter.size(); ++i)
      total.by_parameter[i] += pieces[piece].by_parameter[i];
    for (std::size_t i = 0; i < total.linked.size(); ++i) total.linked[i] += pieces[piece].linked[i];
    total.log_likelihood += pieces[piece].log_likelihood;
  }
  if (options.competition == Competition::any_number)
    total.log_likelihood += static_cast<double>(options.rights) * std::log1p(-model.share[0]);
  result.log_likelihood = total.log_likelihood;
  return total;
}

// The logarithm of the starting shares' density at these m: what keeps m away from zero.
double penalty(const EvidenceLayout& layout, const LinkageModel& model) {
  double sum = 0;
  for (std::size_t g = 0; g < layout.groups().size(); ++g) {
    const LevelGroup& group = layout.groups()[g];
    for (std::size_t level = 0; level < group.levels.size(); ++level)
      sum += group.strength * group.start[level] * std::log(model.m[layout.first(g) + level]);
  }
  return sum;
}

double move_m(const EvidenceLayout& layout, const ExpectedCounts& counts, LinkageModel& model) {
  double largest = 0;
  for (std::size_t g = 0; g < layout.groups().size(); ++g) {
    const LevelGroup& group = layout.groups()[g];
    double sum = group.strength;
    for (std::size_t level = 0; level < group.levels.size(); ++level)
      sum += counts.by_parameter[layout.first(g) + level];
    for (std::size_t level = 0; level < group.levels.size(); ++level) {
      double& m = model.m[layout.first(g) + level];
      const double next =
          (counts.by_parameter[layout.first(g) + level] + group.strength * group.start[level]) / sum;
      largest = std::max(largest, std::abs(next - m));
      m = next;
    }
  }
  return largest;
}

double move_shares(const CandidateSet& candidates, const ExpectedCounts& counts, const FitOptions& options,
                   LinkageModel& model) {
  if (options.competition == Competition::any_number) {
    const double next = (counts.linked[0] + 1) / (static_cast<double>(options.rights) + 2);
    return std::abs(std::exchange(model.share[0], next) - next) / std::max(next, 1e-12);
  }
  std::vector<double> lefts(model.share.size());
  for (const std::uint16_t share_class : candidates.share_class) ++lefts[share_class];
  const double all = static_cast<double>(candidates.lefts());
  const double common = (std::accumulate(counts.linked.begin(), counts.linked.end(), 0.0) + 1) / (all + 2);
  double largest = 0;
  for (std::size_t i = 0; i < model.share.size(); ++i) {
    const double next =
        std::clamp((counts.linked[i] + options.share_strength * common) / (lefts[i] + options.share_strength),
                   1e-6, 1 - 1e-6);
    largest = std::max(largest, std::abs(std::exchange(model.share[i], next) - next));
  }
  return largest;
}

}  // namespace

std::vector<double> logarithms(const std::vector<double>& m) {
  std::vector<double> log_m(m.size());
  std::transform(m.begin(), m.end(), log_m.begin(), [](double x) { return std::log(x); });
  return log_m;
}

double weight_of(const CandidateSet& candidates, const std::vector<double>& log_m, std::size_t candidate) {
  double weight = -static_cast<double>(candidates.log_u[candidate]);
  for (const Parameter parameter : candidates.of(candidate)) weight += log_m[parameter];
  return weight;
}

Posterior posterior(const CandidateSet& candidates, const LinkageModel& model, const FitOptions& options) {
  Posterior result;
  expectation(candidates, model, options, result);
  return result;
}

Convergence fit(const EvidenceLayout& layout, const CandidateSet& candidates, const FitOptions& options,
                LinkageModel& model) {
  SMM_ASSERT(model.m.size() == layout.parameters() && options.rights > 0);
  Convergence convergence;
  Posterior scratch;
  while (convergence.iterations < options.iterations_at_most && !convergence.converged) {
    const double likelihood_penalty = penalty(layout, model);
    const ExpectedCounts counts = expectation(candidates, model, options, scratch);
    convergence.log_likelihood.push_back(counts.log_likelihood + likelihood_penalty);
    convergence.largest_change =
        std::max(move_m(layout, counts, model), move_shares(candidates, counts, options, model));
    convergence.converged = convergence.largest_change < options.change_enough;
    ++convergence.iterations;
  }
  return convergence;
}

}  // namespace smm::outcomes::linkage
