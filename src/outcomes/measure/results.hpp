// SPDX-License-Identifier: Apache-2.0
// Runs measures over a cohort: one row of results per measure, school, program and stratum.
//
// With draws of the linkage, measures that stand on links are made once per draw and combined: counts are
// means over the draws, rates their mean, intervals by Rubin's rules (stats/rubin_pool.hpp). Rates, intervals
// and bounds of groups under the measure's minimum are not given.
//
// Pure: the same input gives the same rows on any number of threads. docs/methods/measures.md is the method,
// docs/reference/measures.md the form of results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outcomes/measure/practice.hpp"
#include "outcomes/measure/shares.hpp"
#include "outcomes/measure/stratum.hpp"
#include "stats/interval.hpp"

namespace smm::outcomes::measure {

struct MeasureInput {
  const Catalogue& catalogue;
  std::vector<const Definition*> measures;  // in the order of results
  const Cohort& cohort;
  const std::vector<School>& schools;  // as many as the cohort's; empty: nothing known
  const Links& links;
  const std::vector<Links>& draws;
  const Practices& practices;
  const PopulationShares* shares = nullptr;
  Day as_of;
  std::vector<std::string> by;  // columns of stratum.hpp
  std::uint64_t seed = 1;       // of the composite's band
  unsigned threads = 1;
};

struct ResultRow {
  const Definition* measure = nullptr;
  std::size_t school = 0;  // in the cohort
  std::string school_id;
  std::string programme;
  std::string stratum;
  double n = 0;
  std::optional<double> numerator;
  std::optional<double> rate;
  std::optional<stats::Interval> interval;
  std::optional<stats::Interval> bounds;
  double known = 0;
  double unknown = 0;
  double not_linked = 0;
  double no_npi_expected = 0;
};

std::vector<ResultRow> run_measures(const MeasureInput& input);

// How many persons, for each measure of the input, are not known to belong to its initial population or not:
// they count nowhere.
std::vector<std::size_t> undecided_persons(const MeasureInput& input);

// results.csv. `snapshots` cites what results stand on; the hashes of each measure and its value sets are
// added to it.
std::string results_csv(const std::vector<ResultRow>& rows, const Catalogue& catalogue,
                        const std::string& snapshots);

// "snapshots" of one measure.
std::string cited_by(const Definition& measure, const Catalogue& catalogue, const std::string& snapshots);

}  // namespace smm::outcomes::measure
