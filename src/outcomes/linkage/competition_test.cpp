// SPDX-License-Identifier: Apache-2.0
// The first test is the worked example of docs/methods/linkage.md.
#include "outcomes/linkage/competition.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.hpp"

namespace smm::outcomes::linkage {
namespace {

// Two comparisons: surname (same, different) and state (same, different).
struct Example {
  EvidenceLayout layout;
  Parameter surname = layout.add({"surname", {"same", "different"}, {0.9, 0.1}});
  Parameter state = layout.add({"state", {"same", "different"}, {0.8, 0.2}});
  CandidateSet candidates;
  FitOptions options;

  Example() {
    candidates.comparisons = 2;
    options.rights = 1000;
  }

  void left() {
    candidates.begin.push_back(candidates.right.size());
    candidates.share_class.push_back(0);
  }
  // u of a surname borne by `bearers` of 1000, and of a state with `share` of them.
  void candidate(std::uint32_t right, bool surname_same, double bearers, bool state_same, double share) {
    candidates.right.push_back(right);
    candidates.parameters.push_back(static_cast<Parameter>(surname + (surname_same ? 0 : 1)));
    candidates.parameters.push_back(static_cast<Parameter>(state + (state_same ? 0 : 1)));
    const double u = bearers / 1000 * (state_same ? share : 1 - share);
    candidates.log_u.push_back(static_cast<float>(std::log(u)));
  }
};

TEST(Competition, WorkedExample) {
  Example example;
  example.candidate(1, true, 2, true, 0.1);   // weight ln(0.9 * 0.8 / (0.002 * 0.1)) = ln 3600
  example.candidate(2, true, 2, false, 0.1);  // weight ln(0.9 * 0.2 / (0.002 * 0.9)) = ln 100
  example.left();
  const LinkageModel model{example.layout.starting_m(), {0.8}};
  const Posterior result = posterior(example.candidates, model, example.options);
  // 0.2 against 0.0008 * 3600 = 2.88 and 0.0008 * 100 = 0.08.
  EXPECT_NEAR(static_cast<double>(result.probability[0]), 2.88 / 3.16, 1e-6);
  EXPECT_NEAR(static_cast<double>(result.probability[1]), 0.08 / 3.16, 1e-6);
  EXPECT_NEAR(static_cast<double>(result.none[0]), 0.2 / 3.16, 1e-6);
  EXPECT_NEAR(result.log_likelihood, std::log(3.16), 1e-6);
}

TEST(Competition, AnyNumberMayMatchByThemselves) {
  Example example;
  example.candidate(1, true, 2, true, 0.1);
  example.candidate(2, true, 2, true, 0.1);
  example.left();
  example.options.competition = Competition::any_number;
  const LinkageModel model{example.layout.starting_m(), {0.001}};
  const Posterior result = posterior(example.candidates, model, example.options);
  const double odds = 0.001 / 0.999 * 3600;
  EXPECT_NEAR(static_cast<double>(result.probability[0]), odds / (1 + odds), 1e-6);
  EXPECT_NEAR(static_cast<double>(result.probability[1]), odds / (1 + odds), 1e-6);
}

// Left records with a record at 70 %, whose surname is always right and state in 60 %; strangers of the
// surname by chance.
Example simulated(std::size_t lefts) {
  Example example;
  base::Random random(3);
  for (std::size_t left = 0; left < lefts; ++left) {
    for (std::uint32_t stranger = 0; stranger < 1000; ++stranger) {
      const bool surname = random.chance(0.004), state = random.chance(0.1);
      if (surname) example.candidate(stranger, true, 4, state, 0.1);
    }
    if (random.chance(0.7)) {
      example.candidate(2000, true, 4, random.chance(0.6), 0.1);
    }
    example.left();
  }
  return example;
}

TEST(Competition, FindsTheSharesItWasMadeWith) {
  Example example = simulated(4000);
  LinkageModel model{example.layout.starting_m(), {0.5}};
  const Convergence convergence = fit(example.layout, example.candidates, example.options, model);
  EXPECT_TRUE(convergence.converged);
  EXPECT_GT(model.m[example.surname], 0.97);
  EXPECT_NEAR(model.m[example.state], 0.6, 0.04);
  EXPECT_NEAR(model.share[0], 0.7, 0.04);
  for (std::size_t i = 1; i < convergence.log_likelihood.size(); ++i)
    EXPECT_GE(convergence.log_likelihood[i], convergence.log_likelihood[i - 1] - 1e-3);
}

TEST(Competition, SaysWhenItHasNotSettled) {
  Example example = simulated(200);
  example.options.iterations_at_most = 1;
  LinkageModel model{example.layout.starting_m(), {0.5}};
  EXPECT_FALSE(fit(example.layout, example.candidates, example.options, model).converged);
}

TEST(Competition, DoesNotDependOnThreads) {
  Example example = simulated(500);
  LinkageModel one{example.layout.starting_m(), {0.5}}, two = one;
  fit(example.layout, example.candidates, example.options, one);
  example.options.threads = 3;
  fit(example.layout, example.candidates, example.options, two);
  EXPECT_EQ(one.m, two.m);
  EXPECT_EQ(one.share, two.share);
}

}  // namespace
}  // namespace smm::outcomes::linkage
