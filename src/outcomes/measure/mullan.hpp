// SPDX-License-Identifier: Apache-2.0
// The social mission score of 2010 (Mullan, Chen, Petterson, Kolsky and Spagnola, Annals of Internal Medicine
// 152:804-811): for each school the percentages of graduates in primary care and in shortage areas, and the
// share of under-represented minorities held against the population's, each standardized over the schools
// and summed. A historic composite: printed with a robust version and a band, in the order of the input,
// never as a ranking.
//
// Every choice is open: URM as a ratio to the population's share or as a difference from it; the population
// that of the state, of the nation, a mix by the share of in-state students, or (as in 2010) of the state for
// public and of the nation for private schools; the standard deviation with n or n - 1.
//
// docs/methods/social-mission-score-2010.md has the worked example and what the composite hides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/measure/composite.hpp"
#include "outcomes/measure/shares.hpp"

namespace smm::outcomes::measure {

enum class UrmAgainst : std::uint8_t { ratio, difference };
enum class UrmDenominator : std::uint8_t { control, state, nation, mix };

struct MullanOptions {
  UrmAgainst urm = UrmAgainst::ratio;
  UrmDenominator denominator = UrmDenominator::control;
  stats::SpreadDivisor divisor = stats::SpreadDivisor::n;
  std::uint64_t seed = 1;
};

struct MullanSchool {
  std::string id;
  School about;
  std::optional<double> in_state_share;  // 0 to 1
  std::optional<std::size_t> graduates;  // none: percentages were given, and there is no band
  double primary_care = 0;               // percent, also below
  double hpsa = 0;
  double urm = 0;
  double population = 0;  // percent the school is held against
};

// Columns school, control, state, n_graduates, n_primary_care, n_hpsa, n_urm, in_state_share; or in place of
// the counts primary_care_percent, hpsa_percent, urm_percent. All problems at once.
base::Result<std::vector<MullanSchool>> read_mullan_schools(const base::Table& table,
                                                            const PopulationShares& shares,
                                                            const MullanOptions& options);

// The three parts of a school in the order primary care, HPSA, URM.
std::vector<double> mullan_parts(const MullanSchool& school, const MullanOptions& options);

base::Result<std::vector<CompositeScore>> mullan_scores(const std::vector<MullanSchool>& schools,
                                                        const MullanOptions& options);

// school,z_primary_care,z_hpsa,z_urm,composite,robust,low,high
std::string mullan_csv(const std::vector<MullanSchool>& schools, const std::vector<CompositeScore>& scores);

// How the composites come about, for a person: which part moves them most, whom it depends on.
struct HiddenByComposite {
  std::string school;  // with the largest single part
  std::string part;    // of these
  double z = 0;
  double composite = 0;
  std::size_t turned = 0;  // pairs of schools whose order the robust version turns around
  std::size_t pairs = 0;
};
HiddenByComposite hidden_by_composite(const std::vector<MullanSchool>& schools,
                                      const std::vector<CompositeScore>& scores);

}  // namespace smm::outcomes::measure
