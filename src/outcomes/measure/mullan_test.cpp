// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/mullan.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "exchange/csv.hpp"

namespace smm::outcomes::measure {
namespace {

const PopulationShares sample_shares{30, {{"NC", 32}, {"MT", 10}}};

base::Table mullan_table(const std::string& csv) {
  return *exchange::read_table(csv, "schools.csv");
}

std::vector<MullanSchool> schools_of(const std::string& csv, const MullanOptions& options = {}) {
  auto schools = read_mullan_schools(mullan_table(csv), sample_shares, options);
  if (!schools) throw std::runtime_error(to_string(schools.problems().front()));
  return *std::move(schools);
}

std::string mullan_faults(const std::string& csv, const MullanOptions& options = {}) {
  const auto schools = read_mullan_schools(mullan_table(csv), sample_shares, options);
  std::string text;
  if (schools) return text;
  for (const base::Problem& problem : schools.problems())
    text += std::string(problem.code) + ":" + std::to_string(problem.place.line) + ";";
  return text;
}

// The worked example of docs/methods/social-mission-score-2010.md, computed by hand:
// primary care 20, 30, 40 (mean 30, SD with n 8.16497), shortage areas 20, 20, 50 (30; 14.14214),
// URM over population 15/30, 16/32, 12/10 = 0.5, 0.5, 1.2 (0.73333; 0.32998).
constexpr const char* three_schools =
    "school,control,state,n_graduates,n_primary_care,n_hpsa,n_urm,in_state_share\n"
    "A,private,NC,100,20,20,15,0.5\n"
    "B,public,NC,100,30,20,16,0.9\n"
    "C,public,MT,100,40,50,12,1\n";

TEST(Mullan, WorkedExample) {
  const auto schools = schools_of(three_schools);
  const auto scores = mullan_scores(schools, {});
  ASSERT_TRUE(scores);
  EXPECT_NEAR((*scores)[0].z[0], -1.224745, 1e-6);
  EXPECT_NEAR((*scores)[0].z[1], -0.707107, 1e-6);
  EXPECT_NEAR((*scores)[0].z[2], -0.707107, 1e-6);
  EXPECT_NEAR((*scores)[0].composite, -2.638958, 1e-6);
  EXPECT_NEAR((*scores)[1].composite, -1.414214, 1e-6);
  EXPECT_NEAR((*scores)[2].composite, 4.053172, 1e-6);
  EXPECT_FALSE((*scores)[0].robust.has_value());  // two of three schools are equal in a part
  EXPECT_TRUE((*scores)[2].band->low < 4.06 && (*scores)[2].band->high > (*scores)[2].band->low);
}

TEST(Mullan, EveryChoiceIsOpen) {
  MullanOptions options;
  options.denominator = UrmDenominator::nation;
  EXPECT_NEAR(mullan_parts(schools_of(three_schools, options)[2], options)[2], 0.4, 1e-12);
  options.urm = UrmAgainst::difference;
  EXPECT_NEAR(mullan_parts(schools_of(three_schools, options)[2], options)[2], -18, 1e-12);
  options.denominator = UrmDenominator::mix;  // A: half of 32 and half of 30
  EXPECT_NEAR(mullan_parts(schools_of(three_schools, options)[0], options)[2], 15 - 31, 1e-12);
  options.denominator = UrmDenominator::state;
  EXPECT_NEAR(mullan_parts(schools_of(three_schools, options)[0], options)[2], 15 - 32, 1e-12);
  options = {};
  options.divisor = stats::SpreadDivisor::n_minus_one;
  EXPECT_NEAR((*mullan_scores(schools_of(three_schools), options))[0].composite,
              -2.638958 * std::sqrt(2.0 / 3), 1e-6);
}

TEST(Mullan, PercentagesGiveNoBand) {
  const auto schools = schools_of(
      "school,control,state,primary_care_percent,hpsa_percent,urm_percent\n"
      "A,private,,43.7,39.1,20\nB,private,,30,25,12\nC,private,,35,20,9\nD,public,NC,28,31,8\n");
  const auto scores = mullan_scores(schools, {});
  ASSERT_TRUE(scores);
  for (const CompositeScore& score : *scores) EXPECT_FALSE(score.band.has_value());
  EXPECT_NE(
      mullan_csv(schools, *scores).find("school,z_primary_care,z_hpsa,z_urm,composite,robust,low,high\nA,"),
      std::string::npos);
}

// Mullan et al. (2010) print 13.98 for the school on top, with 43.7 % and 39.1 % for the two percentages.
// What that says: even if both lay 2.9 SD above the mean, the third z would be above 8. Among 141 schools a
// single one that differs from all others reaches the square root of n - 1, 11.83, and no more, so that
// the printed score is possible, and one part made most of it.
TEST(Mullan, TheTopOf2010TakesOneSkewedPart) {
  const double third = 13.98 - 2 * 2.9;
  EXPECT_GT(third, 8);
  std::string csv = "school,control,state,primary_care_percent,hpsa_percent,urm_percent\n";
  for (int i = 0; i < 140; ++i)
    csv += "S" + std::to_string(i) + ",private,NC," + std::to_string(20 + i % 30) + "," +
           std::to_string(12 + i % 28) + ",10\n";
  csv += "top,private,NC,43.7,39.1,85\n";
  const auto schools = schools_of(csv);
  const auto scores = mullan_scores(schools, {});
  ASSERT_TRUE(scores);
  EXPECT_NEAR(scores->back().z[2], std::sqrt(140.0), 1e-9);
  EXPECT_LT(scores->back().z[0] + scores->back().z[1], 5.8);
  EXPECT_GT(scores->back().composite, 13);
  const HiddenByComposite hidden = hidden_by_composite(schools, *scores);
  EXPECT_EQ(hidden.school, "top");
  EXPECT_EQ(hidden.part, "under-represented minorities");
}

TEST(Mullan, TheSameSeedGivesTheSameBand) {
  const auto schools = schools_of(three_schools);
  EXPECT_EQ(mullan_csv(schools, *mullan_scores(schools, {})),
            mullan_csv(schools, *mullan_scores(schools, {})));
}

TEST(Mullan, NamesEveryFault) {
  EXPECT_EQ(mullan_faults("school,n_graduates\nA,5\n"), "school_bad_value:1;");
  const std::string header = "school,control,state,n_graduates,n_primary_care,n_hpsa,n_urm,in_state_share\n";
  EXPECT_EQ(mullan_faults(header), "cohort_empty:0;");
  EXPECT_EQ(mullan_faults(header + "A,private,NC,10,11,2,1,\nA,private,NC,10,1,2,1,\n"),
            "school_bad_value:2;cohort_duplicate_id:3;");
  EXPECT_EQ(mullan_faults(header + "A,public,ZZ,10,1,2,1,\n"), "shares_missing:2;");
  EXPECT_EQ(mullan_faults(header + "A,church,NC,10,1,2,1,\n"), "school_bad_value:2;shares_missing:2;");
  MullanOptions mix;
  mix.denominator = UrmDenominator::mix;
  EXPECT_EQ(mullan_faults(header + "A,public,NC,10,1,2,1,\n", mix), "shares_missing:2;");
  EXPECT_EQ(mullan_scores(schools_of(header + "A,private,NC,10,1,2,1,\n"), {}).problems().front().code,
            "school_too_few");
}

TEST(Mullan, SharesAreRead) {
  const auto read = read_shares(mullan_table("state,urm_percent\nUS,30.5\nNC,32\n"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->nation, 30.5);
  EXPECT_EQ(read->states.size(), 1u);
  EXPECT_FALSE(read_shares(mullan_table("state,urm_percent\nNC,32\n")));
  EXPECT_FALSE(read_shares(mullan_table("state,urm_percent\nUS,0\n")));
  EXPECT_FALSE(read_shares(mullan_table("state\nUS\n")));
}

}  // namespace
}  // namespace smm::outcomes::measure
