// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/splink_settings.hpp"

#include <gtest/gtest.h>

#include <set>

#include "exchange/json.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

GraduateModel moved_model() {
  const GraduateLayout layout(nullptr);
  GraduateModel model{{layout.evidence().starting_m(), std::vector<double>(share_classes, 0.8)}, true};
  // Every group gives a fifth of its first level to its last.
  for (std::size_t g = 0; g < layout.evidence().groups().size(); ++g) {
    const Parameter first = layout.evidence().first(g);
    const std::size_t last = first + layout.evidence().groups()[g].levels.size() - 1;
    const double moved = model.values.m[first] / 5;
    model.values.m[first] -= moved;
    model.values.m[last] += moved;
  }
  return model;
}

// The keys that Splink's settings_jsonschema.json allows at each place; it allows no others.
const std::set<std::string> settings_keys = {"link_type",
                                             "probability_two_random_records_match",
                                             "em_convergence",
                                             "max_iterations",
                                             "unique_id_column_name",
                                             "source_dataset_column_name",
                                             "retain_matching_columns",
                                             "retain_intermediate_calculation_columns",
                                             "comparisons",
                                             "blocking_rules_to_generate_predictions",
                                             "additional_columns_to_retain",
                                             "bayes_factor_column_prefix",
                                             "term_frequency_adjustment_column_prefix",
                                             "comparison_vector_value_column_prefix",
                                             "sql_dialect",
                                             "linker_uid"};
const std::set<std::string> comparison_keys = {"output_column_name", "comparison_description",
                                               "comparison_levels"};
const std::set<std::string> level_keys = {
    "sql_condition",        "label_for_charts",   "u_probability",
    "m_probability",        "is_null_level",      "tf_adjustment_column",
    "tf_adjustment_weight", "tf_minimum_u_value", "disable_tf_exact_match_detection"};

void expect_keys(const base::Document& document, const std::set<std::string>& allowed) {
  ASSERT_NE(document.map(), nullptr);
  for (const base::MapEntry& entry : *document.map()) EXPECT_TRUE(allowed.contains(entry.key)) << entry.key;
}

TEST(SplinkSettings, HaveTheKeysOfItsSchema) {
  const auto settings = exchange::parse_json(splink_settings(moved_model(), 6.8e6), "settings.json");
  ASSERT_TRUE(settings.ok());
  expect_keys(*settings, settings_keys);
  EXPECT_EQ(settings->find("link_type")->scalar()->text, "link_only");
  EXPECT_EQ(settings->find("sql_dialect")->scalar()->text, "duckdb");
  const base::List& comparisons = *settings->find("comparisons")->list();
  EXPECT_GT(comparisons.size(), 50u);
  for (const base::Document& comparison : comparisons) {
    expect_keys(comparison, comparison_keys);
    double sum = 0;
    for (const base::Document& level : *comparison.find("comparison_levels")->list()) {
      expect_keys(level, level_keys);
      EXPECT_NE(level.find("sql_condition"), nullptr);
      if (const base::Document* m = level.find("m_probability")) sum += std::stod(m->scalar()->text);
    }
    EXPECT_NEAR(sum, 1, 1e-9);
  }
}

TEST(SplinkSettings, ComeBackAsTheyWent) {
  const GraduateModel model = moved_model();
  const auto settings = exchange::parse_json(splink_settings(model, 6.8e6), "settings.json");
  GraduateModel other = model;
  other.values.m = GraduateLayout(nullptr).evidence().starting_m();
  const auto back = with_splink_settings(*settings, other);
  ASSERT_TRUE(back.ok());
  ASSERT_EQ(back->values.m.size(), model.values.m.size());
  for (std::size_t i = 0; i < model.values.m.size(); ++i)
    EXPECT_NEAR(back->values.m[i], model.values.m[i], 1e-6) << i;  // less is not exported
}

TEST(SplinkSettings, OfOtherComparisonsAreRefused) {
  const auto settings = exchange::parse_json(
      R"({"link_type": "link_only", "comparisons": [{"output_column_name": "dob", "comparison_levels": []}]})",
      "s.json");
  const auto back = with_splink_settings(*settings, moved_model());
  ASSERT_FALSE(back.ok());
  EXPECT_EQ(back.problems().front().code, problem::linkage_bad_model.code);
}

}  // namespace
}  // namespace smm::outcomes::linkage
