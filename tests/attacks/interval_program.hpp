// SPDX-License-Identifier: Apache-2.0
// What range of scores is left for one school, by linear programme (CLP): unknown scores in 0-100, sums of
// them known to lie between bounds.
//
// `range` is exact for the closed constraints: least and greatest value of an unknown in any solution. As
// bins are half open and scores lie on a half-point grid, what a reader is left with is at most half a point
// shorter on the grid; a range of 20 is the forty scores 0, 0.5 ... 19.5. Every solution met on the way is
// kept as a witness, so that most unknowns are shown to have a wide range without a programme of their own.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace smm::attacks {

struct Term {
  int unknown = 0;
  double weight = 1;
};

struct KnownSum {
  std::vector<Term> terms;
  double low = 0, high = 0;
};

struct Range {
  double low = 0, high = 100;
  double width() const { return high - low; }
};

class IntervalProgram {
 public:
  IntervalProgram(int unknowns, const std::vector<KnownSum>& sums);
  ~IntervalProgram();
  IntervalProgram(const IntervalProgram&) = delete;
  IntervalProgram& operator=(const IntervalProgram&) = delete;

  // A colluder's own score, or nothing known of it again.
  void fix(int unknown, double score);
  void release(int unknown);

  // False when no scores agree with all sums.
  bool feasible();
  // Only when feasible.
  Range range(int unknown);
  // Ranges that solutions have shown so far, never wider than the true ones.
  const std::vector<Range>& witnessed() const { return witnessed_; }
  // Meets about `count` more corners of what is possible.
  void wander(int count, unsigned seed);
  void forget_witnesses();

  // The latest solutions that were met since witnesses were forgotten.
  const std::deque<std::vector<double>>& solutions() const { return solutions_; }

 private:
  class Model;
  bool optimize(int unknown, double direction);
  void witness();

  std::unique_ptr<Model> model_;
  std::vector<Range> witnessed_;
  std::deque<std::vector<double>> solutions_;
};

// What is certainly left of `target` when `known` becomes known: all mixtures of solutions are solutions, so
// those of two that lie on either side of the known score are. Nothing when no two do. A range that these
// show to be wide needs no programme.
std::optional<Range> left_by_mixtures(const std::deque<std::vector<double>>& solutions, int target, int known,
                                      double score);

// The unknown among `candidates` with the narrowest range, exactly, with few programmes.
struct Narrowest {
  int unknown = -1;
  Range range;
};
Narrowest narrowest(IntervalProgram& program, std::vector<int> candidates);

// All unknowns among `candidates` whose exact range is narrower than `width`.
std::vector<Narrowest> narrower_than(IntervalProgram& program, const std::vector<int>& candidates,
                                     double width);

}  // namespace smm::attacks
