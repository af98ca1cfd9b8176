// SPDX-License-Identifier: Apache-2.0
// Counts of one measure in one group, and the number made of them.
//
//   population = known + unknown + not_linked + no_npi_expected
//   n          those of the denominator whose numerator is known; n <= known
//   rate       numerator / n, with Wilson's interval of 95 %
//   bounds     the least and largest share over n and everybody unknown, whatever the unknown turns out to be
//
// By scoring: a ratio of sums has the two sums as rate, n counts persons, and its error is that of a ratio of
// a simple random sample (stats/survey_estimates.hpp); a median has its own interval; follow-up has the
// share after the time, with those not watched so long as unknown in the bounds.
#pragma once

#include <optional>
#include <vector>

#include "outcomes/measure/standing.hpp"
#include "stats/cumulative_incidence.hpp"
#include "stats/interval.hpp"

namespace smm::outcomes::measure {

inline constexpr double confidence = 0.95;

// One person in one measure.
struct Observation {
  Standing standing = Standing::not_in;
  Possible possible;
  double value = 0;        // of a median; above the line of a ratio
  double below = 0;        // of a ratio
  stats::Watched watched;  // of follow-up; time in lengths of the program, or years
};

Observation observe(const Definition& measure, const Subject& subject);

struct Tally {
  double known = 0;
  double n = 0;
  double numerator = 0;
  double unknown = 0;
  double not_linked = 0;
  double no_npi_expected = 0;
  double low_denominator = 0;
  double low_numerator = 0;
  double high_denominator = 0;
  double high_numerator = 0;
  std::vector<double> values;
  std::vector<double> below;
  std::vector<stats::Watched> watched;

  void add(const Observation& observation, Scoring scoring);
  double population() const { return known + unknown + not_linked + no_npi_expected; }
};

struct Score {
  double rate = 0;
  double variance = 0;  // of the rate, for pooling
  stats::Interval interval;
  std::optional<stats::Interval> bounds;
};

// Times at which a follow-up is read: parts of the program's length, or years; one nothing for the others.
std::vector<std::optional<double>> horizons_of(const Definition& measure);

// Sets what depends on the horizon: who has the numerator, and the bounds.
void read_at(Tally& tally, const Definition& measure, std::optional<double> horizon);

// Nothing for a group in which n is 0 (or a ratio has nothing below the line).
std::optional<Score> score_of(const Tally& tally, const Definition& measure, std::optional<double> horizon);

}  // namespace smm::outcomes::measure
