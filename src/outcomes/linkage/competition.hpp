// SPDX-License-Identifier: Apache-2.0
// The model of linkage: Fellegi and Sunter's weights, with candidates that compete.
//
// With N right records, share s of left records that have a record at all, and weight w_c of candidate c,
//   one record at most:   p(c) = (s/N) e^{w_c} / ( (1-s) + (s/N) sum over candidates of e^{w} ),
//                         p(none) = (1-s) / the same;  candidates that were not retrieved count as zero
//   any number of them:   p(c) = s' e^{w_c} / ( (1-s') + s' e^{w_c} ),  s' = share of all pairs that match
// fit() estimates m and s by the EM algorithm on exactly these probabilities, so that training and use agree;
// u is not estimated here. Estimates are posterior modes under each group's start, worth `strength` pairs,
// which keeps levels that nobody reached above zero. Shares by class are drawn to the common one by
// `share_strength` left records.
//
// Source: Fellegi and Sunter (1969), Journal of the American Statistical Association 64:1183-1210; with one
// link at most, the likelihood of Larsen and Rubin (2001), same journal 96:32-41, without its blocks.
// docs/methods/linkage.md has a worked example.
#pragma once

#include <cstdint>
#include <vector>

#include "outcomes/linkage/evidence.hpp"

namespace smm::outcomes::linkage {

enum class Competition : std::uint8_t { one_at_most, any_number };

struct LinkageModel {
  std::vector<double> m;      // by parameter
  std::vector<double> share;  // by share class; of pairs when any number may match (one class)
};

struct Convergence {
  int iterations = 0;
  bool converged = false;
  double largest_change = 0;           // of any m or share in the last iteration
  std::vector<double> log_likelihood;  // after each iteration, penalty included; never falls
};

struct FitOptions {
  Competition competition = Competition::one_at_most;
  std::size_t rights = 0;  // N
  int iterations_at_most = 200;
  double change_enough = 1e-4;
  double share_strength = 50;
  unsigned threads = 1;
};

struct Posterior {
  std::vector<float> probability;  // per candidate
  std::vector<float> none;         // per left record: of no record at all, whatever the competition
  double log_likelihood = 0;
};

double weight_of(const CandidateSet& candidates, const std::vector<double>& log_m, std::size_t candidate);
std::vector<double> logarithms(const std::vector<double>& m);

Posterior posterior(const CandidateSet& candidates, const LinkageModel& model, const FitOptions& options);

// Improves `model` in place, from where it stands.
Convergence fit(const EvidenceLayout& layout, const CandidateSet& candidates, const FitOptions& options,
                LinkageModel& model);

}  // namespace smm::outcomes::linkage
