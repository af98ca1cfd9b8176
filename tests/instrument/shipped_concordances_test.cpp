// SPDX-License-Identifier: Apache-2.0
// The area schemes and concordances of content/ load without a problem, and say what their page says.
#include <gtest/gtest.h>

#include <map>

#include "base/document_reader.hpp"
#include "concordance_folder.hpp"
#include "instrument/tracking.hpp"

namespace smm::instrument {
namespace {

const std::filesystem::path instruments = "content/instruments";

std::string said_by(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems) text += to_string(problem) + "\n";
  return text;
}

std::map<std::string, AreaScheme> shipped_schemes() {
  std::map<std::string, AreaScheme> schemes;
  for (const auto& entry : std::filesystem::directory_iterator(instruments / "schemes")) {
    auto scheme = load_area_scheme(test::yaml_file(entry.path()), {"smm-2026"});
    EXPECT_TRUE(scheme) << said_by(scheme.problems());
    if (scheme) schemes.emplace(scheme->id, *scheme);
  }
  return schemes;
}

// From the frame alone: a scheme asks nothing of an edition but its areas.
ConcordanceSide side_of_smm_2026() {
  ConcordanceSide side{"smm-2026", {}, nullptr};
  const base::Document frame = test::yaml_file(instruments / "smm-2026" / "edition.yaml");
  base::Problems problems;
  for (const base::Document& domain : base::DocumentReader(frame, problems).list("domains")) {
    for (const std::string& area : base::DocumentReader(domain, problems).ids("areas")) {
      side.areas.push_back(area);
    }
  }
  EXPECT_TRUE(problems.empty()) << said_by(problems);
  return side;
}

std::map<std::string, Concordance> shipped_concordances() {
  std::vector<ConcordanceSide> sides = {side_of_smm_2026()};
  for (const auto& [id, scheme] : shipped_schemes()) sides.push_back(side_of(scheme));
  std::map<std::string, Concordance> concordances;
  for (const auto& entry : std::filesystem::directory_iterator(instruments / "concordance")) {
    const auto concordance = load_concordance(test::yaml_file(entry.path()), sides);
    EXPECT_TRUE(concordance) << said_by(concordance.problems());
    if (concordance) concordances.emplace(concordance->from, *concordance);
  }
  return concordances;
}

TEST(ShippedSchemes, HoldTheCountsOfTheirPage) {
  const auto schemes = shipped_schemes();
  ASSERT_EQ(schemes.size(), 3u);
  const auto counts = [&](const std::string& id) {
    const AreaScheme& scheme = schemes.at(id);
    const auto named = [](const SchemeArea& area) { return area.label.has_value(); };
    return std::vector<std::ptrdiff_t>{
        static_cast<std::ptrdiff_t>(scheme.domains.size()), static_cast<std::ptrdiff_t>(scheme.areas.size()),
        std::count_if(scheme.areas.begin(), scheme.areas.end(), named), scheme.scored_indicators.value_or(0)};
  };
  EXPECT_EQ(counts("smm-2019"), (std::vector<std::ptrdiff_t>{6, 18, 3, 79}));
  EXPECT_EQ(counts("smm-2021"), (std::vector<std::ptrdiff_t>{6, 16, 7, 80}));
  EXPECT_EQ(counts("smm-2024"), (std::vector<std::ptrdiff_t>{5, 5, 5, 0}));
  EXPECT_EQ(schemes.at("smm-2024").areas[3].domain, 3u);
  EXPECT_EQ(schemes.at("smm-2021").years, (std::vector<int>{2021, 2022, 2023, 2024}));
}

TEST(ShippedConcordances, LinkEverySchemeToTheEdition) {
  const auto concordances = shipped_concordances();
  ASSERT_EQ(concordances.size(), 3u);
  for (const auto& [from, concordance] : concordances) EXPECT_EQ(concordance.to, "smm-2026") << from;
  EXPECT_EQ(linked_areas(concordances.at("smm-2019")).size(), 3u);
  EXPECT_EQ(linked_areas(concordances.at("smm-2021")).size(), 16u);
  EXPECT_EQ(linked_areas(concordances.at("smm-2024")).size(), 5u);
}

TEST(ShippedConcordances, CompareNoItem) {
  for (const auto& [from, concordance] : shipped_concordances()) {
    EXPECT_TRUE(comparable_items(concordance).empty()) << from;
  }
}

}  // namespace
}  // namespace smm::instrument
