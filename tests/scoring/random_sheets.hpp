// SPDX-License-Identifier: Apache-2.0
// Random answers for any edition, valid and far more varied than those of real schools: every state, options
// and cells that are not permitted, options that leave, numbers on the edge of steps. And random small
// editions, made through the loader from the tables of a case.
#pragma once

#include <optional>
#include <string>

#include "base/random.hpp"
#include "instrument/edition.hpp"
#include "sheet_oracle.hpp"

namespace smm::test {

// How often answers are what; drawn anew for each sheet so that all states of scores come up.
struct Habits {
  double missing = 0;
  double leaving = 0;
  double barring = 0;
  double best = 0;  // the best answer rather than any

  static Habits drawn(base::Random& random);
};

SaidAnswer random_answer(const instrument::Item& item, int years, const Habits& habits, base::Random& random);

// Answers to every item of the program, also to those that turn out to be skipped.
SaidSheet random_sheet(const instrument::Edition& edition, std::size_t programme, base::Random& random);

// The answer that earns most (or least) of all.
SaidAnswer extreme_answer(const instrument::Item& item, int years, bool best);

// Nothing when the loader refuses what was drawn (a route that no answer opens, say).
std::optional<instrument::Edition> random_edition(base::Random& random);

}  // namespace smm::test
