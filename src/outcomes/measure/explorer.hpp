// SPDX-License-Identifier: Apache-2.0
// How schools lie by weights that a person chooses, on public outcome measures. There is no default weighting
// and no order but that of the results: this shows how far any order hangs on the weights, and how wide the
// bands are. Scores of the self-assessment have no place here.
//
// With weights w and, for each measure, z over the schools (SD with n, in the direction in which more is
// better; for "toward one" minus the distance from 1):
//   score = sum of w z / sum of w
//   band  = score -+ 1.96 * square root of sum of (w e)^2 / sum of w, e = interval's width / 3.92, over SD
//   best place  = 1 + how many bands lie wholly above, worst place = schools minus how many lie wholly below
// A school without a number in a chosen measure has no score. docs/methods/explorer.md has the example.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/measure/catalogue.hpp"
#include "stats/interval.hpp"

namespace smm::outcomes::measure {

struct ExploredRate {
  double rate = 0;
  stats::Interval interval;
};

struct ExploredMeasure {
  const Definition* definition = nullptr;
  std::vector<std::optional<ExploredRate>> rates;  // by school
};

struct ExploredResults {
  std::vector<std::string> schools;       // in the order of the results
  std::vector<ExploredMeasure> measures;  // public outcomes with at least one number
};

// Takes the whole-school rows of results.csv.
base::Result<ExploredResults> read_explored(const base::Table& results, const Catalogue& catalogue);

using Weights = std::map<std::string, double>;  // by measure

// "SM-018=2,SM-020=1". Every measure must be a public outcome that has a direction and numbers here; weights
// are not negative, one at least above 0.
base::Result<Weights> read_weights(const std::vector<std::string>& texts, const ExploredResults& results);

struct Position {
  double score = 0;
  stats::Interval band;
  std::size_t best = 0;
  std::size_t worst = 0;
};

// By school; nothing for one that lacks a chosen measure. Fewer than three with all of them is a problem.
base::Result<std::vector<std::optional<Position>>> positions(const ExploredResults& results,
                                                             const Weights& weights);

}  // namespace smm::outcomes::measure
