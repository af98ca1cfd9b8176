// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/catalogue.hpp"

#include <gtest/gtest.h>

#include "outcomes/measure/shipped_measures_test.hpp"

namespace smm::outcomes::measure {
namespace {

constexpr const char* plain_measure = R"({
  "id": "XX-1",
  "version": "1.0.0",
  "status": "active",
  "title": "Graduates of some group",
  "kind": "outcome-short",
  "scoring": "proportion",
  "improvement": "increase",
  "minimum_n": 10,
  "time_point": "graduation",
  "data_source": "school",
  "initial_population": "role == learner and graduated",
  "numerator": "urm",
  "stratifiers": ["sex"],
  "changes": [{"version": "1.0.0", "date": "2026-01-01", "what": "First version."}]
})";

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("the sample has no " + from);
  return text.replace(at, from.size(), to);
}

base::Problems problems_of(const std::string& text) {
  CatalogueFiles files;
  files.measures.push_back(definition_file(text, "xx.json"));
  const auto loaded = load_catalogue(files);
  return loaded ? base::Problems{} : loaded.problems();
}

// "code line:column", or all of them.
std::string told(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems)
    text += std::string(problem.code) + " " + std::to_string(problem.place.line) + ":" +
            std::to_string(problem.place.column) + ";";
  return text;
}

TEST(MeasureCatalogue, ShipsTwentyEightMeasures) {
  const Catalogue& catalogue = shipped_catalogue();
  ASSERT_EQ(catalogue.measures.size(), 28u);
  for (std::size_t i = 0; i < 28; ++i) {
    const std::string number = std::to_string(i + 1);
    EXPECT_EQ(catalogue.measures[i].id, "SM-" + std::string(3 - number.size(), '0') + number);
    EXPECT_FALSE(catalogue.measures[i].evidence.empty());
  }
}

// The minimum of each, as the catalogue of 28 measures has it ("-" is 1).
TEST(MeasureCatalogue, MinimumOfEachMeasure) {
  const std::vector<std::size_t> wanted = {10, 10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 1,  10, 10,
                                           10, 10, 20, 20, 20, 20, 20, 20, 20, 20, 10, 30, 20, 10};
  for (std::size_t i = 0; i < wanted.size(); ++i)
    EXPECT_EQ(shipped_catalogue().measures[i].minimum_n, wanted[i]) << shipped_catalogue().measures[i].id;
}

TEST(MeasureCatalogue, LinksAndPlacesAreNeededByWhatAsksForThem) {
  const Catalogue& catalogue = shipped_catalogue();
  EXPECT_FALSE(catalogue.find("SM-003")->needs_link);
  EXPECT_TRUE(catalogue.find("SM-017")->needs_link);
  EXPECT_FALSE(catalogue.find("SM-017")->needs_place);
  EXPECT_TRUE(catalogue.find("SM-018")->needs_place);
  EXPECT_TRUE(catalogue.find("SM-018")->takes_draws);
  EXPECT_FALSE(catalogue.find("SM-028")->takes_draws);
}

TEST(MeasureCatalogue, APlainMeasureIsGood) {
  EXPECT_EQ(told(problems_of(plain_measure)), "");
}

TEST(MeasureCatalogue, FaultsOfConditionsHaveTheirPlace) {
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"urm\"", "\"urn\""))), "expression_unknown_name 13:17;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "learner", "student"))), "expression_unknown_option 12:34;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"urm\"", "\"debt\""))), "expression_type 13:17;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"urm\"", "\"urm and\""))), "expression_syntax 13:24;");
}

TEST(MeasureCatalogue, FaultsOfFields) {
  EXPECT_EQ(told(problems_of(with(plain_measure, "XX-1", "sm-1"))), "measure_bad_id 2:9;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"proportion\"", "\"share\""))), "measure_bad_word 7:14;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"minimum_n\": 10", "\"minimum_n\": 0"))),
            "measure_out_of_range 9:16;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "[\"sex\"]", "[\"age\"]"))), "stratum_unknown 14:18;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"title\"", "\"titel\""))),
            "missing_field 1:1;unknown_field 5:3;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"version\": \"1.0.0\"", "\"version\": \"1.0\""))),
            "measure_bad_version 1:1;measure_bad_version 3:14;");
}

TEST(MeasureCatalogue, WhatAScoringCannotDoWithout) {
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"numerator\": \"urm\",", ""))), "missing_field 1:1;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"proportion\"", "\"median\""))), "missing_field 1:1;");
  EXPECT_EQ(told(problems_of(with(plain_measure, "\"proportion\"", "\"follow_up\""))), "missing_field 1:1;");
}

TEST(MeasureCatalogue, MissingValueSetsAndPartsAreNamed) {
  const auto missing = problems_of(
      with(plain_measure, "\"numerator\"", "\"value_sets\": [\"urm-groups@9.0.0\"], \"numerator\""));
  ASSERT_EQ(told(missing), "measure_value_set_missing 13:17;");
  EXPECT_NE(missing.front().sentence.find("urm-groups@9.0.0"), std::string::npos);
  const std::string ratio =
      with(with(plain_measure, "\"proportion\"", "\"representation\""),
           "\"initial_population\": \"role == learner and graduated\"", "\"of\": \"XX-2\"");
  EXPECT_EQ(told(problems_of(ratio)), "measure_refers_wrongly 12:9;");
  EXPECT_EQ(told(problems_of(with(ratio, "XX-2", "XX-1"))), "measure_refers_wrongly 12:9;");
}

TEST(MeasureCatalogue, IdsStandOnce) {
  CatalogueFiles files;
  files.measures.push_back(definition_file(plain_measure, "a.json"));
  files.measures.push_back(definition_file(plain_measure, "b.json"));
  const auto loaded = load_catalogue(files);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.problems().front().code, "measure_bad_id");
  EXPECT_EQ(loaded.problems().front().place.source, "b.json");
}

}  // namespace
}  // namespace smm::outcomes::measure
