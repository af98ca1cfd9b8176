// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/explorer.hpp"

#include <gtest/gtest.h>

#include "exchange/csv.hpp"
#include "outcomes/measure/shipped_measures_test.hpp"

namespace smm::outcomes::measure {
namespace {

const std::string explorer_header = "measure,version,school_id,programme,stratum,n,numerator,rate,low,high\n";

base::Result<ExploredResults> explored(const std::string& explorer_rows) {
  return read_explored(*exchange::read_table(explorer_header + explorer_rows, "results.csv"),
                       shipped_catalogue());
}

// Three schools by two measures: rural practice 0.1, 0.2, 0.3 and shortage areas 0.3, 0.3, 0.6.
constexpr const char* explorer_rows =
    "SM-020,1.0.0,C,,,90,9,0.1,0.05,0.2\nSM-020,1.0.0,A,,,90,18,0.2,0.1,0.3\nSM-020,1.0.0,B,,,90,27,0.3,0.2,"
    "0.4\n"
    "SM-018,1.0.0,C,,,90,27,0.3,0.25,0.35\nSM-018,1.0.0,A,,,90,27,0.3,0.25,0.35\n"
    "SM-018,1.0.0,B,,,90,54,0.6,0.55,0.65\nSM-018,1.0.0,B,,sex=female,40,24,0.6,0.5,0.7\n"
    "SM-014,1.0.0,B,,,40,24,0.6,0.5,0.7\nSM-023,1.0.0,A,,,40,24,0.6,0.5,0.7\n";

TEST(Explorer, TakesWholeSchoolsOfPublicOutcomesInTheirOrder) {
  const auto results = explored(explorer_rows);
  ASSERT_TRUE(results);
  EXPECT_EQ(results->schools, (std::vector<std::string>{"C", "A", "B"}));
  ASSERT_EQ(results->measures.size(), 3u);  // SM-014 is no public outcome
  EXPECT_EQ(results->measures[1].rates[2]->rate, 0.6);
}

// The worked example of docs/methods/explorer.md.
TEST(Explorer, ScoresBandsAndPlaces) {
  const auto results = explored(explorer_rows);
  const auto found = positions(*results, {{"SM-018", 3}, {"SM-020", 1}});
  ASSERT_TRUE(found);
  // z of SM-020: -1.224745, 0, 1.224745; of SM-018: -0.707107, -0.707107, 1.414214
  EXPECT_NEAR((*found)[0]->score, (3 * -0.707107 - 1.224745) / 4, 1e-6);
  EXPECT_NEAR((*found)[1]->score, 3 * -0.707107 / 4, 1e-6);
  EXPECT_NEAR((*found)[2]->score, (3 * 1.414214 + 1.224745) / 4, 1e-6);
  // The error of C: 0.1/3.92/0.141421 and 0.15/3.92/0.0816497, weighted.
  EXPECT_NEAR((*found)[0]->band.high - (*found)[0]->score, 1.96 * 0.178926, 1e-4);
  EXPECT_EQ((*found)[2]->best, 1u);
  EXPECT_EQ((*found)[2]->worst, 1u);
  EXPECT_EQ((*found)[0]->best, 2u);  // the bands of C and A lie over each other
  EXPECT_EQ((*found)[0]->worst, 3u);
  EXPECT_EQ((*found)[1]->best, 2u);
}

TEST(Explorer, WhoLacksAMeasureHasNoPlace) {
  const auto results = explored(std::string(explorer_rows) + "SM-020,1.0.0,D,,,9,,,,\n");
  const auto found = positions(*results, {{"SM-020", 1}});
  ASSERT_TRUE(found);
  EXPECT_FALSE((*found)[3].has_value());
  EXPECT_EQ((*found)[0]->worst, 3u);
}

TEST(Explorer, FaultsOfWeights) {
  const auto results = explored(explorer_rows);
  const auto fault = [&](const std::vector<std::string>& texts) {
    const auto weights = read_weights(texts, *results);
    return weights ? std::string() : std::string(weights.problems().front().code);
  };
  EXPECT_EQ(fault({"SM-018=2", "SM-020=0"}), "");
  for (const char* bad : {"SM-018", "SM-018=-1", "SM-018=x", "SM-014=1", "SM-023=1", "SM-099=1", "SM-018=0"})
    EXPECT_EQ(fault({bad}), "weight_bad_value") << bad;
  EXPECT_EQ(fault({"SM-018=1", "SM-018=2"}), "weight_bad_value");
  EXPECT_EQ(fault({}), "weight_bad_value");
  EXPECT_EQ(positions(*results, {{"SM-023", 1}}).problems().front().code, "school_too_few");
}

TEST(Explorer, FaultsOfResults) {
  EXPECT_EQ(explored("SM-099,1,A,,,9,,,,\n").problems().front().code, "measure_not_found");
  EXPECT_EQ(explored("").problems().front().code, "cohort_empty");
  EXPECT_EQ(read_explored(*exchange::read_table("a,b\n1,2\n", "x.csv"), shipped_catalogue())
                .problems()
                .front()
                .code,
            "cohort_bad_value");
}

}  // namespace
}  // namespace smm::outcomes::measure
