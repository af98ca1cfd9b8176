// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/places.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "outcomes/place/sample_places_test.hpp"
#include "slow_placing.hpp"

namespace smm::outcomes::place {
namespace {

Placed placed_in(const AddressText& address, const std::vector<reference::NamedBytes>& lists = sample_lists(),
                 const std::string& day = "2026-06-30") {
  return Places(sample_reference(lists, day)).place(address);
}

Placed by_zip(std::string_view zip, std::string_view state = "NC") {
  return placed_in({"1 Main St", "X", state, zip, "", "NC", ""});
}

// The worked example of docs/methods/placing.md.
TEST(Places, AZipCodeOfTwoCountiesOneOfThemAPopulationArea) {
  const Placed placed = by_zip("27503");
  EXPECT_EQ(placed.method, PlaceMethod::zip_county);
  EXPECT_EQ(to_text(*placed.county), "37063");
  EXPECT_DOUBLE_EQ(*placed.county_probability, 0.5);
  EXPECT_FALSE(placed.tract);
  EXPECT_EQ(*placed.hpsa_geographic, (Bounds{0, 0.5})) << "a tract of Durham is designated, perhaps this one";
  EXPECT_EQ(*placed.hpsa_population, (Bounds{0.5, 0.5})) << "all of Granville is";
  EXPECT_EQ(placed.in_state, true);
  EXPECT_EQ(placed.reason, PlaceReason::none);
}

TEST(Places, WeightsOfTractsTellMoreThanThoseOfCounties) {
  const Placed placed = by_zip("27701");
  EXPECT_EQ(placed.method, PlaceMethod::zip_tract);
  EXPECT_EQ(to_text(*placed.tract), "37063000102");
  EXPECT_DOUBLE_EQ(*placed.tract_probability, 0.8);
  EXPECT_DOUBLE_EQ(*placed.county_probability, 1);
  EXPECT_EQ(*placed.hpsa_geographic, (Bounds{0.8, 0.8}));
  EXPECT_EQ(placed.ruca, 1);
  EXPECT_EQ(placed.rural, false);
}

TEST(Places, AKnownTractIsInOrOut) {
  for (const char* tract : {"37063000102", "37063000101"}) {
    const Placed placed = placed_in({"", "", "NC", "27503", tract, "", ""});
    EXPECT_EQ(placed.method, PlaceMethod::tract_given);
    EXPECT_EQ(*placed.tract_probability, 1);
    const double in = std::string(tract).ends_with('2') ? 1 : 0;
    EXPECT_EQ(*placed.hpsa_geographic, (Bounds{in, in})) << tract;
  }
}

TEST(Places, AWholeCountyIsCertainByZipCode) {
  const Placed placed = by_zip("27537");
  EXPECT_EQ(*placed.hpsa_geographic, (Bounds{1, 1}));
  EXPECT_EQ(placed.rural, true) << "primary RUCA code 4";
}

TEST(Places, ASubdivisionOfACountyMayHoldAnyTractOfIt) {
  EXPECT_EQ(*placed_in({"", "", "NC", "", "37135010101", "", ""}).hpsa_geographic, (Bounds{0, 1}));
  EXPECT_EQ(*by_zip("27278").hpsa_geographic, (Bounds{0, 1}));
  EXPECT_FALSE(by_zip("27278").ruca) << "99 is not coded";
}

TEST(Places, AWithdrawnAreaCountsUntilItWasWithdrawn) {
  const auto lists = std::vector{sample_list(ListKind::hpsa, sample_hpsa, "2010-06-30"),
                                 sample_list(ListKind::zip_county, sample_zip_counties, "2010-06-30")};
  EXPECT_EQ(*placed_in({"", "", "NC", "27701", "", "", ""}, lists, "2015-05-05").hpsa_geographic,
            (Bounds{1, 1}));
  EXPECT_EQ(*placed_in({"", "", "NC", "27701", "", "", ""}, lists, "2015-05-06").hpsa_geographic,
            (Bounds{0, 1}));
}

TEST(Places, AFacilityIsFoundByItsAddress) {
  EXPECT_EQ(placed_in({"1 CLINIC RD", "X", "NC", "27537-0001", "", "", ""}).hpsa_facility, true);
  EXPECT_EQ(placed_in({"2 CLINIC RD", "X", "NC", "27537", "", "", ""}).hpsa_facility, false);
  EXPECT_FALSE(placed_in({"", "X", "NC", "27537", "", "", ""}).hpsa_facility.has_value())
      << "no street to compare";
}

TEST(Places, SaysWhyAnAddressIsNotPlaced) {
  EXPECT_EQ(by_zip("99999").reason, PlaceReason::unknown_zip);
  EXPECT_EQ(by_zip("").reason, PlaceReason::no_zip);
  EXPECT_EQ(by_zip("2770X").reason, PlaceReason::bad_zip);
  EXPECT_EQ(by_zip("M5V 2T6", "ON").reason, PlaceReason::foreign_address);
  EXPECT_EQ(by_zip("M5V 2T6", "").reason, PlaceReason::foreign_address);
  EXPECT_EQ(by_zip("10115", "BERLIN").reason, PlaceReason::foreign_address)
      << "its postal code looks like a ZIP code";
  EXPECT_EQ(placed_in({"", "", "", "27701", "", "", "Canada"}).reason, PlaceReason::foreign_address);
  EXPECT_EQ(placed_in({"", "", "", "27701", "", "", "United States"}).reason, PlaceReason::none);
  EXPECT_EQ(by_zip("09001", "AE").reason, PlaceReason::military_address);
  EXPECT_EQ(by_zip("27701", "TX").reason, PlaceReason::state_disagrees);
  EXPECT_EQ(by_zip("24577", "NC").reason, PlaceReason::none) << "it reaches into North Carolina";
  EXPECT_EQ(placed_in({"", "", "NC", "27701", "37063", "", ""}).reason, PlaceReason::bad_tract);
  EXPECT_EQ(placed_in({"", "", "NC", "27701", "37063", "", ""}).method, PlaceMethod::zip_tract);
  for (const char* zip : {"99999", "", "2770X"}) EXPECT_FALSE(by_zip(zip).placed()) << zip;
}

TEST(Places, AnUnknownZipCodeStillHasItsStateAndRuralCode) {
  const Placed placed = by_zip("27999");
  EXPECT_FALSE(placed.placed());
  EXPECT_EQ(placed.rural, true);
  EXPECT_EQ(placed.in_state, true);
}

TEST(Places, OnlyStatesThatAListCoversAreKnown) {
  const Placed placed = by_zip("24577", "VA");
  EXPECT_TRUE(placed.hpsa_geographic.has_value()) << "a national list covers every state";
  const std::string california =
      "Discipline,HPSA ID,HPSA Name,Designation Type,Primary State Name,Status,Designation Date,x\n"
      "Primary Care,1,X,Geographic HPSA,California,Designated,01/02/2020,\n,,,,Single County,06015,,\n";
  const auto lists = std::vector{sample_list(ListKind::hpsa_find, california),
                                 sample_list(ListKind::zip_county,
                                             "ZIP,COUNTY,TOT_RATIO\n95531,06015,1\n27701,37063,1\n"
                                             "97415,06015,0.25\n97415,41015,0.75\n")};
  EXPECT_EQ(*placed_in({"", "", "CA", "95531", "", "", ""}, lists).hpsa_geographic, (Bounds{1, 1}));
  EXPECT_FALSE(placed_in({"", "", "NC", "27701", "", "", ""}, lists).hpsa_geographic);
  EXPECT_EQ(*placed_in({"", "", "", "97415", "", "", ""}, lists).hpsa_geographic, (Bounds{0.25, 1}))
      << "of the part in Oregon nothing is known";
}

TEST(Places, WithoutWeightsTheDominantCountyCountsAndBoundsAreWide) {
  const auto lists =
      std::vector{sample_list(ListKind::hpsa, sample_hpsa),
                  sample_list(ListKind::zip_county, "ZIP,COUNTY\n27537,37181\n27503,37063\n27503,37181\n")};
  const Placed whole = placed_in({"", "", "NC", "27537", "", "", ""}, lists);
  EXPECT_EQ(whole.method, PlaceMethod::dominant_county);
  EXPECT_EQ(*whole.hpsa_geographic, (Bounds{1, 1}));
  EXPECT_FALSE(whole.county_probability);
  EXPECT_EQ(*placed_in({"", "", "NC", "27503", "", "", ""}, lists).hpsa_geographic, (Bounds{0, 1}));
}

TEST(Places, AGeocodedAddressIsInItsTract) {
  auto lists = sample_lists();
  lists.push_back(sample_list(ListKind::tract_geocode,
                              "1,\"1 Main St, Durham, NC, 27701\",Match,Exact,x,y,1,L,37,063,000102,1\n"));
  const Placed placed = placed_in({"1 MAIN ST.", "DURHAM", "NC", "277011234", "", "", ""}, lists);
  EXPECT_EQ(placed.method, PlaceMethod::tract_geocoded);
  EXPECT_EQ(to_text(*placed.tract), "37063000102");
}

TEST(Places, InStateComparesTheAddressWithTheSchool) {
  EXPECT_EQ(placed_in({"", "", "North Carolina", "27701", "", "nc", ""}).in_state, true);
  EXPECT_EQ(placed_in({"", "", "", "27701", "", "VA", ""}).in_state, false) << "the county tells the state";
  EXPECT_FALSE(placed_in({"", "", "NC", "27701", "", "", ""}).in_state.has_value());
}

// Random lists of a few tracts and counties in two states.
reference::ReferenceAt random_reference() {
  reference::ReferenceAt reference;
  reference.options.day = sample_day();
  const auto county = [] {
    return County{*rc::gen::inRange<std::uint32_t>(37001, 37004) +
                  *rc::gen::inRange<std::uint32_t>(0, 2) * 14000};
  };
  const auto tract = [&] {
    return Tract{county().number * std::uint64_t{1'000'000} + *rc::gen::inRange<std::uint64_t>(1, 4)};
  };
  const auto share = [] { return std::optional(*rc::gen::inRange(0, 5) / 4.0); };
  std::map<std::pair<std::uint32_t, std::uint64_t>, double> seen;
  for (int at = *rc::gen::inRange(0, 12); at > 0; --at)
    reference.zip_counties.push_back({{*rc::gen::inRange<std::uint32_t>(1, 5)}, county(), share(), {}});
  for (int at = *rc::gen::inRange(0, 12); at > 0; --at)
    reference.zip_tracts.push_back({{*rc::gen::inRange<std::uint32_t>(3, 8)}, tract(), share(), {}});
  const auto sort = [](auto& parts) {
    const auto key = [](const auto& part) { return std::pair(part.zip, part.area); };
    std::sort(parts.begin(), parts.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    parts.erase(std::unique(parts.begin(), parts.end(),
                            [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                parts.end());
  };
  sort(reference.zip_counties);
  sort(reference.zip_tracts);
  for (int at = *rc::gen::inRange(0, 10); at > 0; --at) {
    reference::ShortageComponent row;
    row.type = static_cast<reference::ShortageType>(*rc::gen::inRange(0, 2));
    row.status = static_cast<reference::ShortageStatus>(*rc::gen::inRange(0, 3));
    row.component = static_cast<reference::ComponentType>(*rc::gen::inRange(0, 3));
    row.designated = sample_day(*rc::gen::arbitrary<bool>() ? "2010-01-01" : "2027-01-01");
    row.withdrawn = *rc::gen::element(sample_day("2020-01-01"), sample_day("2028-01-01"), registry::Day{});
    if (row.component == reference::ComponentType::county) row.area = county().number;
    if (row.component == reference::ComponentType::subdivision)
      row.area = county().number * std::uint64_t{100'000} + 7;
    if (row.component == reference::ComponentType::tract) row.area = tract().number;
    reference.hpsa.push_back(row);
  }
  reference.hpsa_known[37] = true;
  reference.hpsa_known[51] = *rc::gen::arbitrary<bool>();
  for (std::uint32_t zip = 1; zip < 8; ++zip)
    if (*rc::gen::arbitrary<bool>())
      reference.ruca_zips.push_back({{zip}, *rc::gen::element<std::uint8_t>(1, 3, 4, 10, 99)});
  return reference;
}

void expect_near(const std::optional<Bounds>& one, const std::optional<Bounds>& other) {
  RC_ASSERT(one.has_value() == other.has_value());
  if (!one) return;
  RC_ASSERT(std::abs(one->low - other->low) < 1e-9);
  RC_ASSERT(std::abs(one->high - other->high) < 1e-9);
  RC_ASSERT(one->low >= 0.0 && one->low <= one->high + 1e-12 && one->high <= 1.0);
}

TEST(Places, AgreeWithTheSlowWay) {
  EXPECT_TRUE(rc::check("each ZIP code of random lists", [] {
    const auto reference = random_reference();
    const Places places(reference);
    const test::SlowPlacing slow(reference);
    for (std::uint32_t zip = 1; zip < 9; ++zip) {
      const std::string text = reference::to_text(reference::Zip{zip});
      const Placed fast = places.place({"", "", "", text, "", "", ""});
      if (fast.method == PlaceMethod::dominant_county) continue;
      const Placed wanted = slow.place({zip});
      RC_ASSERT(fast.method == wanted.method);
      RC_ASSERT(fast.county == wanted.county);
      RC_ASSERT(fast.tract == wanted.tract);
      if (wanted.county) RC_ASSERT(std::abs(*fast.county_probability - *wanted.county_probability) < 1e-9);
      if (wanted.tract) RC_ASSERT(std::abs(*fast.tract_probability - *wanted.tract_probability) < 1e-9);
      expect_near(fast.hpsa_geographic, wanted.hpsa_geographic);
      expect_near(fast.hpsa_population, wanted.hpsa_population);
      RC_ASSERT(fast.ruca == wanted.ruca);
      RC_ASSERT(fast.rural == wanted.rural);
    }
  }));
}

// Knowing more never contradicts knowing less: of the tracts that a ZIP code's weights name, each by its own
// lies within the bounds that the county gave.
TEST(Places, ATractLiesWithinTheBoundsOfItsCounty) {
  EXPECT_TRUE(rc::check("bounds narrow", [] {
    const auto reference = random_reference();
    const Places places(reference);
    const test::SlowPlacing slow(reference);
    for (const auto& part : reference.zip_tracts) {
      const Placed placed = places.place({"", "", "", "", reference::to_text(part.area), "", ""});
      expect_near(placed.hpsa_geographic, slow.bounds(part.area, reference::ShortageType::geographic));
      const auto county = slow.bounds(part.area.county(), reference::ShortageType::geographic);
      RC_ASSERT(!county ||
                (county->low <= placed.hpsa_geographic->low && placed.hpsa_geographic->high <= county->high));
    }
  }));
}

}  // namespace
}  // namespace smm::outcomes::place
