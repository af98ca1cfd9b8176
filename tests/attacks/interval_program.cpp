// SPDX-License-Identifier: Apache-2.0
#include "interval_program.hpp"

#include <algorithm>
#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include "base/assert.hpp"
#include "base/random.hpp"

namespace smm::attacks {
namespace {

constexpr std::size_t most_solutions = 40;

}  // namespace

class IntervalProgram::Model {
 public:
  Model(int unknowns, const std::vector<KnownSum>& sums) : unknowns_(unknowns) {
    simplex_.setLogLevel(0);
    const CoinPackedMatrix matrix = matrix_of(unknowns, sums);
    const std::vector<double> least(static_cast<std::size_t>(unknowns), 0),
        most(static_cast<std::size_t>(unknowns), 100), nothing(static_cast<std::size_t>(unknowns), 0);
    std::vector<double> low, high;
    for (const KnownSum& sum : sums) {
      low.push_back(sum.low);
      high.push_back(sum.high);
    }
    simplex_.loadProblem(matrix, least.data(), most.data(), nothing.data(), low.data(), high.data());
  }

  ClpSimplex& simplex() { return simplex_; }
  int unknowns() const { return unknowns_; }

 private:
  static CoinPackedMatrix matrix_of(int unknowns, const std::vector<KnownSum>& sums) {
    std::vector<int> rows, columns;
    std::vector<double> weights;
    for (std::size_t row = 0; row < sums.size(); ++row)
      for (const Term& term : sums[row].terms) {
        rows.push_back(static_cast<int>(row));
        columns.push_back(term.unknown);
        weights.push_back(term.weight);
      }
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), weights.data(),
                            static_cast<CoinBigIndex>(rows.size()));
    matrix.setDimensions(static_cast<int>(sums.size()), unknowns);
    return matrix;
  }

  int unknowns_;
  ClpSimplex simplex_;
};

IntervalProgram::IntervalProgram(int unknowns, const std::vector<KnownSum>& sums)
    : model_(std::make_unique<Model>(unknowns, sums)) {
  forget_witnesses();
}

IntervalProgram::~IntervalProgram() = default;

void IntervalProgram::forget_witnesses() {
  solutions_.clear();
  witnessed_.assign(static_cast<std::size_t>(model_->unknowns()), Range{100, 0});
}

void IntervalProgram::fix(int unknown, double score) {
  model_->simplex().setColumnBounds(unknown, score, score);
  forget_witnesses();
}

void IntervalProgram::release(int unknown) {
  model_->simplex().setColumnBounds(unknown, 0, 100);
  forget_witnesses();
}

void IntervalProgram::witness() {
  const double* solution = model_->simplex().primalColumnSolution();
  for (std::size_t i = 0; i < witnessed_.size(); ++i) {
    witnessed_[i].low = std::min(witnessed_[i].low, solution[i]);
    witnessed_[i].high = std::max(witnessed_[i].high, solution[i]);
  }
  solutions_.emplace_back(solution, solution + witnessed_.size());
  if (solutions_.size() > most_solutions) solutions_.pop_front();
}

bool IntervalProgram::feasible() {
  model_->simplex().dual();
  if (!model_->simplex().isProvenOptimal()) model_->simplex().primal();
  if (!model_->simplex().isProvenOptimal()) return false;
  witness();
  return true;
}

bool IntervalProgram::optimize(int unknown, double direction) {
  ClpSimplex& simplex = model_->simplex();
  simplex.setObjectiveCoefficient(unknown, direction);
  simplex.primal();
  const bool solved = simplex.isProvenOptimal();
  if (solved) witness();
  simplex.setObjectiveCoefficient(unknown, 0);
  return solved;
}

Range IntervalProgram::range(int unknown) {
  SMM_ASSERT(optimize(unknown, 1));
  Range range;
  range.low = model_->simplex().primalColumnSolution()[unknown];
  SMM_ASSERT(optimize(unknown, -1));
  range.high = model_->simplex().primalColumnSolution()[unknown];
  return range;
}

void IntervalProgram::wander(int count, unsigned seed) {
  base::Random random(seed);
  ClpSimplex& simplex = model_->simplex();
  for (int step = 0; step < count; ++step) {
    for (int i = 0; i < model_->unknowns(); ++i) simplex.setObjectiveCoefficient(i, random.uniform() - 0.5);
    simplex.primal();
    if (simplex.isProvenOptimal()) witness();
  }
  for (int i = 0; i < model_->unknowns(); ++i) simplex.setObjectiveCoefficient(i, 0);
}

std::optional<Range> left_by_mixtures(const std::deque<std::vector<double>>& solutions, int target, int known,
                                      double score) {
  const auto at_target = static_cast<std::size_t>(target);
  const auto at_known = static_cast<std::size_t>(known);
  Range range{100, 0};
  for (const auto& below : solutions) {
    if (below[at_known] > score) continue;
    for (const auto& above : solutions) {
      if (above[at_known] < score) continue;
      const double apart = above[at_known] - below[at_known];
      const double share = apart > 0 ? (score - below[at_known]) / apart : 0;
      const double mixed = below[at_target] + share * (above[at_target] - below[at_target]);
      range = {std::min(range.low, mixed), std::max(range.high, mixed)};
    }
  }
  if (range.low > range.high) return std::nullopt;
  return range;
}

Narrowest narrowest(IntervalProgram& program, std::vector<int> candidates) {
  Narrowest best;
  best.range = {0, 101};
  const auto shown = [&](int i) { return program.witnessed()[static_cast<std::size_t>(i)].width(); };
  std::ranges::sort(candidates, {}, shown);
  for (const int unknown : candidates) {
    if (shown(unknown) >= best.range.width()) continue;
    const Range range = program.range(unknown);
    if (range.width() < best.range.width()) best = {unknown, range};
  }
  return best;
}

std::vector<Narrowest> narrower_than(IntervalProgram& program, const std::vector<int>& candidates,
                                     double width) {
  std::vector<Narrowest> found;
  for (const int unknown : candidates) {
    if (program.witnessed()[static_cast<std::size_t>(unknown)].width() >= width) continue;
    const Range range = program.range(unknown);
    if (range.width() < width) found.push_back({unknown, range});
  }
  return found;
}

}  // namespace smm::attacks
