// SPDX-License-Identifier: Apache-2.0
// Addresses placed by published lists: HRSA's California of 2022, HUD's crosswalk of 2020, USDA's codes of
// 2010. Skipped where they do not lie beside the source tree.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "exchange/csv.hpp"
#include "outcomes/place/sample_places_test.hpp"
#include "outcomes/place/shortage_map.hpp"
#include "shared_data.hpp"

namespace smm::outcomes::place {
namespace {

class PublicPlaces : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name :
         {"hpsa/hpsa_find_california_2022.csv", "hpsa/hpsa_ca_components_tidy.csv",
          "geo/hud_zip_county_2020q4.csv", "geo/RuralSubUrban_T.csv", "geo/ruca2010_zip.csv"})
      if (!test::has_shared_data(name))
        GTEST_SKIP() << "NOT TESTED: " << test::shared_data(name) << " is missing";
  }

  static const reference::ReferenceAt& lists() {
    static const reference::ReferenceAt reference = sample_reference(
        {sample_list(ListKind::hpsa_find, test::shared_bytes("hpsa/hpsa_find_california_2022.csv"),
                     "2022-06-30"),
         sample_list(ListKind::zip_county, test::shared_bytes("geo/hud_zip_county_2020q4.csv"), "2020-12-31"),
         sample_list(ListKind::ruca_tract, test::shared_bytes("geo/RuralSubUrban_T.csv"), "2010-12-31"),
         sample_list(ListKind::ruca_zip, test::shared_bytes("geo/ruca2010_zip.csv"), "2010-12-31")},
        "2022-06-30");
    return reference;
  }
  static const Places& places() {
    static const Places made(lists());
    return made;
  }
};

TEST_F(PublicPlaces, CaliforniaHas3WholeCountiesAnd27PartCountiesWith339Of4191TractsInside) {
  const ShortageMap map(lists());
  EXPECT_EQ(map.geographic().whole_counties(), 3u);
  const auto parts = map.geographic().part_counties();
  EXPECT_EQ(parts.size(), 27u);
  const std::set<County> part_counties(parts.begin(), parts.end());
  std::size_t tracts = 0, inside = 0;
  for (const auto& row : lists().ruca_tracts) {
    if (!part_counties.contains(row.tract.county())) continue;
    ++tracts;
    inside += map.geographic().of(row.tract).low == 1;
    EXPECT_EQ(map.geographic().of(row.tract.county()), (Bounds{0, 1}));
  }
  EXPECT_EQ(tracts, 4191u);
  EXPECT_EQ(inside, 339u);
  EXPECT_NEAR(static_cast<double>(inside) / static_cast<double>(tracts), 0.081, 0.0005);
}

// The tidy copy was made by somebody else: each tract and county is placed as it says.
TEST_F(PublicPlaces, EachCaliforniaTractIsPlacedAsTheTidyCopySays) {
  const auto table = exchange::read_table(test::shared_bytes("hpsa/hpsa_ca_components_tidy.csv"), "tidy",
                                          {"component_geoid"})
                         .value();
  std::set<std::string> designated;
  for (const auto& row : table.rows) designated.insert(row.cells[*table.column("component_geoid")]);
  for (const auto& row : lists().ruca_tracts) {
    if (row.tract.county().state() != 6) continue;
    const std::string tract = to_text(row.tract);
    const bool wanted = designated.contains(tract) || designated.contains(tract.substr(0, 5));
    const Placed placed = places().place({"", "", "CA", "", tract, "", ""});
    ASSERT_TRUE(placed.hpsa_geographic) << tract;
    EXPECT_EQ(placed.hpsa_geographic->low, wanted) << tract;
    EXPECT_EQ(placed.hpsa_geographic->high, wanted) << tract;
    if (row.primary <= 10) {
      EXPECT_EQ(placed.ruca, row.primary) << tract;
    }
  }
}

TEST_F(PublicPlaces, EachZipCodeIsInItsLargestCountyWithHudsShare) {
  std::map<std::string, std::pair<std::string, double>> largest;
  std::map<std::string, double> sums;
  const auto table = exchange::read_table(test::shared_bytes("geo/hud_zip_county_2020q4.csv"), "hud").value();
  for (const auto& row : table.rows) {
    const double share = std::stod(row.cells[5]);
    auto& best = largest[row.cells[0]];
    // Of counties with the same share the one with the lowest code.
    if (share > best.second || (share == best.second && row.cells[1] < best.first))
      best = {row.cells[1], share};
    sums[row.cells[0]] += share;
  }
  std::size_t sure = 0;
  for (const auto& [zip, best] : largest) {
    const Placed placed = places().place({"", "", "", zip, "", "", ""});
    ASSERT_EQ(placed.method, PlaceMethod::zip_county) << zip;
    EXPECT_EQ(to_text(*placed.county), best.first) << zip;
    EXPECT_NEAR(*placed.county_probability, best.second, 2e-6) << zip;
    sure += *placed.county_probability > 0.9999999;
  }
  EXPECT_EQ(largest.size(), 39455u);
  EXPECT_GE(sure, 39455u - 11137u);
}

TEST_F(PublicPlaces, ByCountyAloneBoundsAreWideInPartCounties) {
  const Placed los_angeles = places().place({"", "", "CA", "90012", "", "", ""});
  EXPECT_EQ(*los_angeles.hpsa_geographic, (Bounds{0, 1}));
  const Placed crescent_city = places().place({"", "", "CA", "95531", "", "", ""});
  EXPECT_EQ(*crescent_city.hpsa_geographic, (Bounds{1, 1})) << "Del Norte is designated as a whole";
  EXPECT_FALSE(crescent_city.hpsa_population) << "the export has geographic HPSAs only";
  EXPECT_FALSE(places().place({"", "", "NC", "27701", "", "", ""}).hpsa_geographic)
      << "the export is of California";
}

}  // namespace
}  // namespace smm::outcomes::place
