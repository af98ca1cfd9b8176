// SPDX-License-Identifier: Apache-2.0
// Published files as they are: HUD's crosswalk of 2020, HRSA's export for California of 2022, USDA's codes of
// 2010, and the census of 2014-2018. Skipped where they do not lie beside the source tree.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "outcomes/reference/read_lists.hpp"
#include "outcomes/reference/sample_lists_test.hpp"
#include "shared_data.hpp"

#define SKIP_WITHOUT(file) \
  if (!test::has_shared_data(file)) GTEST_SKIP() << "NOT TESTED: " << test::shared_data(file) << " is missing"

namespace smm::outcomes::reference {
namespace {

std::vector<StateShare> shares_of(const ReferenceList& list) {
  std::vector<StateShare> shares;
  base::Problems problems;
  read_state_shares(list, shares, problems);
  EXPECT_TRUE(problems.empty());
  return shares;
}

TEST(PublicLists, HudCrosswalkTouchesMoreThanOneCountyFor11137ZipCodes) {
  SKIP_WITHOUT("geo/hud_zip_county_2020q4.csv");
  const auto list = snapshot_of(ListKind::zip_county, test::shared_bytes("geo/hud_zip_county_2020q4.csv"));
  const auto reference = reference_of({list}, {day_of("2022-06-30")});
  std::map<Zip, std::set<County>> counties;
  for (const auto& part : reference.zip_counties) counties[part.zip].insert(part.area);
  std::size_t several = 0;
  for (const auto& [zip, touched] : counties) several += touched.size() > 1;
  EXPECT_EQ(counties.size(), 39455u);
  EXPECT_EQ(several, 11137u);
}

TEST(PublicLists, CaliforniaExportHas55DesignationsOf342Components) {
  SKIP_WITHOUT("hpsa/hpsa_find_california_2022.csv");
  const auto imported_list =
      imported(ListKind::hpsa_find, test::shared_bytes("hpsa/hpsa_find_california_2022.csv"));
  EXPECT_TRUE(imported_list.left_out.empty());
  EXPECT_EQ(imported_list.list.origin.states, "CA");
  EXPECT_EQ(imported_list.list.origin.rows, 342u);
  EXPECT_EQ(count_of(imported_list.list, "designations"), 55u);
  EXPECT_EQ(count_of(imported_list.list, "lines_of_column_names"), 55u);
  EXPECT_EQ(count_of(imported_list.list, "byte_order_mark"), 1u);
  EXPECT_GT(count_of(imported_list.list, "html_entities_decoded"), 0u);
}

TEST(PublicLists, RucaCodesOfZipCodesAndTracts) {
  SKIP_WITHOUT("geo/ruca2010_zip.csv");
  const auto zips = imported(ListKind::ruca_zip, test::shared_bytes("geo/ruca2010_zip.csv")).list;
  const auto tracts = imported(ListKind::ruca_tract, test::shared_bytes("geo/RuralSubUrban_T.csv")).list;
  EXPECT_EQ(zips.origin.rows, 41164u);
  EXPECT_EQ(count_of(zips, "not_coded"), 20u);
  EXPECT_EQ(tracts.origin.rows, 74002u);
  EXPECT_EQ(count_of(tracts, "not_coded"), 324u);
}

TEST(PublicLists, StateSharesAreThoseThatShip) {
  SKIP_WITHOUT("census/S_Latest.csv");
  const auto published = imported(ListKind::state_shares, test::shared_bytes("census/S_Latest.csv")).list;
  std::ifstream file("content/reference/state-shares.csv", std::ios::binary);
  const std::string shipped{std::istreambuf_iterator<char>(file), {}};
  std::vector<StateShare> from_census = shares_of(published),
                          from_program = shares_of(imported(ListKind::state_shares, shipped).list);
  ASSERT_EQ(from_census.size(), 52u);
  ASSERT_EQ(from_program.size(), 52u);
  for (std::size_t at = 0; at < 52; ++at) {
    EXPECT_EQ(from_census[at].state, from_program[at].state);
    EXPECT_NEAR(from_census[at].urm, from_program[at].urm, 0.0101) << from_census[at].state;
  }
}

}  // namespace
}  // namespace smm::outcomes::reference
