// SPDX-License-Identifier: Apache-2.0
// The resource library as it ships, and one of its files with one slip at a time.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "catalog/find_resources.hpp"
#include "catalog/load_catalog.hpp"
#include "edition_folder.hpp"

namespace smm::catalog {
namespace {

const instrument::Edition& shipped_edition() {
  static const auto edition = test::load_folder(test::read_folder("content/instruments/smm-2026"));
  return *edition;
}

std::vector<base::Document> shipped_documents() {
  std::vector<base::Document> documents;
  for (const auto& [path, bytes] : test::read_folder("content/resources"))
    documents.push_back(*exchange::parse_yaml(bytes, path));
  return documents;
}

std::string codes_of(const base::Result<Catalog>& catalog) {
  std::string codes;
  if (catalog) return codes;
  for (const base::Problem& problem : catalog.problems()) codes += std::string(problem.code) + " ";
  return codes;
}

TEST(ShippedResources, AreWithoutProblems) {
  const auto catalog = load_catalog(shipped_documents(), shipped_edition());
  std::string words;
  if (!catalog)
    for (const base::Problem& problem : catalog.problems()) words += to_string(problem) + "\n";
  ASSERT_EQ(words, "");
  EXPECT_GE(catalog->resources.size(), 66u);
}

TEST(ShippedResources, AreSixForEveryAreaAndProfession) {
  const auto catalog = load_catalog(shipped_documents(), shipped_edition());
  ASSERT_TRUE(catalog);
  for (const Shortfall& few : shortfalls(*catalog, shipped_edition()))
    ADD_FAILURE() << shipped_edition().sections[few.area].id << " has " << few.found << " for "
                  << shipped_edition().professions[few.profession].id;
}

TEST(ShippedResources, SayWhatTheyAreInAFewSentencesAndHaveAnAddressOfTheirOwn) {
  const auto catalog = load_catalog(shipped_documents(), shipped_edition());
  ASSERT_TRUE(catalog);
  std::set<std::string> addresses;
  for (const Resource& resource : catalog->resources) {
    EXPECT_TRUE(addresses.insert(resource.address).second) << resource.id << " " << resource.address;
    EXPECT_GE(resource.summary.size(), 60u) << resource.id;
    EXPECT_LE(resource.summary.size(), 300u) << resource.id;
    EXPECT_NE(resource.summary.find("For "), std::string::npos) << resource.id << " does not say for whom";
  }
}

TEST(ResourceFiles, SlipsAreFoundWithTheirPlace) {
  struct Slip {
    std::string old_text;
    std::string new_text;
    std::string code;
  };
  const std::string bytes = test::read_folder("tests/resources").at("climate.yaml");
  const std::vector<Slip> slips = {
      {"id: T2", "id: T1", "duplicate_id "},
      {"[climate, research]", "[climate, weather]", "unknown_id "},
      {"[climate, research]", "[climate, about]", "unknown_id "},
      {"[climate, research]", "[climate, climate]", "resource_area "},
      {"[climate, research]", "[research, climate]", "resource_file "},
      {"[climate, research]", "[]", "resource_area "},
      {"[medicine]", "[veterinary]", "unknown_id "},
      {"[medicine]", "[all, medicine]", "unknown_id "},
      {"[medicine]", "[]", "missing_field "},
      {"https://example.org/a", "example.org/a", "resource_address "},
      {"https://example.org/a", "ftp://example.org/a", "resource_address "},
      {"https://example.org/a", "https:///a", "resource_address "},
      {"https://example.org/a", "https://localhost/a", "resource_address "},
      {"https://example.org/a", "https://me@example.org/a", "resource_address "},
      {"https://example.org/a", "\"https://example.org/a b\"", "resource_address "},
      {"basis: seen", "basis: heard", "unknown_word "},
      {"kind: guide", "kind: rumor", "unknown_word "},
      {"year: 2021-", "year: lately", "resource_year "},
      {"year: 2021-", "year: 21", "resource_year "},
      {"publisher: River County", "editor: River County", "missing_field unknown_field "},
      {"area: climate", "area: research", "resource_file resource_file resource_file "},
      {"area: climate", "area: weather", "unknown_id resource_file resource_file "}};
  for (const Slip& slip : slips) {
    const std::size_t at = bytes.find(slip.old_text);
    ASSERT_NE(at, std::string::npos) << slip.old_text;
    const std::string changed = std::string(bytes).replace(at, slip.old_text.size(), slip.new_text);
    const auto catalog =
        load_catalog({*exchange::parse_yaml(changed, "resources/climate.yaml")}, shipped_edition());
    EXPECT_EQ(codes_of(catalog), slip.code) << slip.new_text;
    ASSERT_FALSE(catalog) << slip.new_text;
    EXPECT_GT(catalog.problems().front().place.line, 0) << slip.new_text;
  }
}

TEST(ResourceFiles, HoldWhatIsWritten) {
  const auto bytes = test::read_folder("tests/resources").at("climate.yaml");
  const auto catalog =
      load_catalog({*exchange::parse_yaml(bytes, "resources/climate.yaml")}, shipped_edition());
  ASSERT_TRUE(catalog) << codes_of(catalog);
  ASSERT_EQ(catalog->resources.size(), 2u);
  const Resource& first = catalog->resources[0];
  EXPECT_EQ(first.id, "T1");
  EXPECT_EQ(to_string(first.kind), "guide");
  EXPECT_EQ(to_string(first.published), "2021-");
  EXPECT_EQ(to_string(first.basis), "seen");
  EXPECT_EQ(first.areas.size(), 2u);
  EXPECT_FALSE(first.for_all);
  EXPECT_EQ(first.note, "A note.");
  const Resource& second = catalog->resources[1];
  EXPECT_TRUE(second.for_all);
  EXPECT_EQ(second.professions.size(), shipped_edition().professions.size());
  EXPECT_EQ(to_string(second.published), "undated");
}

TEST(ResourceFiles, AnIdBelongsToOneResourceOfAllFiles) {
  const auto bytes = test::read_folder("tests/resources").at("climate.yaml");
  const auto once = *exchange::parse_yaml(bytes, "resources/climate.yaml");
  EXPECT_EQ(codes_of(load_catalog({once, once}, shipped_edition())), "duplicate_id duplicate_id ");
}

}  // namespace
}  // namespace smm::catalog
