// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/placed_file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "exchange/csv.hpp"
#include "outcomes/place/sample_places_test.hpp"

namespace smm::outcomes::place {
namespace {

const std::string head = "person_id,source,date,line1,city,state,zip,tract,school_state\n";

PlacedFile placed(const std::string& addresses, AddressRule rule = AddressRule::latest) {
  base::MemorySource bytes(addresses);
  const auto file = AddressFile::read(bytes, "addresses.csv", sample_day()).value();
  return place_addresses(file, Places(sample_reference(sample_lists())), rule);
}

TEST(PlacedFile, HasTheColumnsOfTheReferenceInTheirOrder) {
  EXPECT_EQ(placed(head + "p1,practice,2020-01-01,1 Clinic Rd,X,NC,27537,,VA\n").csv,
            "person_id,source,date,county,county_probability,tract,tract_probability,method,hpsa_geo_low,"
            "hpsa_geo_high,hpsa_pop_low,hpsa_pop_high,hpsa_facility,mua,ruca,rural,in_state,reason\n"
            "p1,practice,2020-01-01,37181,1,,,zip_county,1,1,0,0,1,,4,1,0,\n");
}

TEST(PlacedFile, WritesSixDecimalsAtMost) {
  std::string row;
  Placed some;
  some.county = County{1001};
  some.county_probability = 2.0 / 3;
  some.hpsa_geographic = Bounds{0.1234564, 0.9999999};
  some.mua = Bounds{0.25, 0.25};
  append_placed_row("p", "", "", some, row);
  EXPECT_EQ(row, "p,,,01001,0.666667,,,none,0.123456,1,,,,0.25,,,,\n");
}

TEST(PlacedFile, AnMuaThatIsNotSureIsEmpty) {
  std::string row;
  Placed some;
  some.mua = Bounds{0, 1};
  append_placed_row("p", "", "", some, row);
  EXPECT_EQ(row, "p,,,,,,,none,,,,,,,,,,\n");
}

TEST(PlacedFile, TellsAPersonOfWhomNoAddressCounts) {
  const PlacedFile file = placed(head +
                                 "p1,practice,2027-01-01,,,NC,27701,,\np1,mailing,soon,,,NC,27701,,\n"
                                 "p2,practice,2027-01-01,,,NC,27701,,\np2,mailing,2020-01-01,,,NC,27537,,\n");
  EXPECT_EQ(file.csv.substr(placed_columns.size()),
            "p1,practice,2027-01-01,,,,,none,,,,,,,,,,future_date\n"
            "p2,mailing,2020-01-01,37181,1,,,zip_county,1,1,0,0,,,4,1,,\n");
  EXPECT_EQ(file.counts.persons, 2u);
  EXPECT_EQ(file.counts.persons_without, 1u);
  EXPECT_EQ(file.counts.counted, 1u);
  EXPECT_EQ(file.counts.reasons[static_cast<std::size_t>(PlaceReason::future_date)], 2u);
  EXPECT_EQ(file.counts.first_lines[static_cast<std::size_t>(PlaceReason::bad_date)], 3);
}

base::Result<AddressFile> read_addresses(const std::string& text) {
  base::MemorySource bytes(text);
  return AddressFile::read(bytes, "a.csv", sample_day());
}

TEST(AddressFile, LeavesOutRowsThatAreNone) {
  const auto file =
      read_addresses(head +
                     ",practice,2020-01-01,,,NC,27701,,\np1,practice\np2,practice,2020-01-01,,,NC,27701,,\n")
          .value();
  EXPECT_EQ(file.size(), 1u);
  ASSERT_EQ(file.problems().size(), 2u);
  EXPECT_EQ(file.problems()[0].code, "address_without_person");
  EXPECT_EQ(file.problems()[0].place.line, 2);
  EXPECT_EQ(file.problems()[1].code, "csv_cell_count");
  EXPECT_EQ(read_addresses("person_id,zip\np1,27701\n").problems().front().code, "csv_missing_column");
}

std::vector<std::uint32_t> counted(const std::vector<DatedAddress>& addresses, AddressRule rule) {
  std::uint32_t persons = 0;
  for (const auto& address : addresses) persons = std::max(persons, address.person + 1);
  return counted_addresses(addresses, persons, rule);
}

TEST(AddressRule, LatestAndPracticeFirst) {
  const auto day = [](const char* text) { return sample_day(text); };
  const std::vector<DatedAddress> addresses = {
      {0, day("2020-01-01"), 0, true},  {0, day("2022-01-01"), 3, true}, {0, day("2022-01-01"), 1, true},
      {0, day("2029-01-01"), 0, false}, {1, registry::Day{}, 2, true},   {1, registry::Day{}, 2, true}};
  EXPECT_EQ(counted(addresses, AddressRule::latest), (std::vector<std::uint32_t>{2, 4}));
  EXPECT_EQ(counted(addresses, AddressRule::practice_first), (std::vector<std::uint32_t>{0, 4}));
  EXPECT_EQ(counted(addresses, AddressRule::all), (std::vector<std::uint32_t>{0, 1, 2, 4, 5}));
  EXPECT_EQ(source_rank("Practice"), 0);
  EXPECT_EQ(source_rank("other location"), 1);
  EXPECT_EQ(source_rank("state board"), 2);
  EXPECT_EQ(source_rank("mailing"), 3);
  EXPECT_FALSE(address_rule("newest"));
  EXPECT_EQ(address_rule("practice-first"), AddressRule::practice_first);
}

TEST(AddressRule, OneAddressOfEachPersonThatHasOne) {
  EXPECT_TRUE(rc::check("counted once, and nothing better is left", [] {
    std::vector<DatedAddress> addresses;
    for (int at = *rc::gen::inRange(0, 20); at > 0; --at)
      addresses.push_back({*rc::gen::inRange<std::uint32_t>(0, 5),
                           {*rc::gen::inRange<std::uint16_t>(0, 4)},
                           *rc::gen::inRange<std::uint8_t>(0, 4),
                           *rc::gen::arbitrary<bool>()});
    const auto rows = counted(addresses, AddressRule::latest);
    std::map<std::uint32_t, std::uint32_t> chosen;
    for (const std::uint32_t row : rows) RC_ASSERT(chosen.emplace(addresses[row].person, row).second);
    for (const DatedAddress& address : addresses) {
      if (!address.usable) continue;
      const DatedAddress& best = addresses[chosen.at(address.person)];
      RC_ASSERT(best.usable);
      RC_ASSERT(best.date > address.date || (best.date == address.date && best.rank <= address.rank));
    }
  }));
}

// The same rows in another order give the same rows, as long as no two addresses of a person tie.
TEST(PlacedFile, DoesNotDependOnTheOrderOfRows) {
  const std::vector<std::string> rows = {"p1,practice,2020-01-01,,,NC,27701,,",
                                         "p1,mailing,2021-01-01,,,NC,27537,,",
                                         "p2,practice,2020-01-01,,,NC,27503,,", "p3,home,,,,NC,99999,,"};
  const auto sorted_rows = [](const std::string& csv) {
    base::MemorySource bytes(csv);
    exchange::CsvReader reader(bytes, "x");
    std::multiset<std::vector<std::string>> found;
    for (exchange::CsvRow row; reader.next(row);) found.emplace(row.cells.begin(), row.cells.end());
    return found;
  };
  std::string forward = head, backward = head;
  for (const auto& row : rows) forward += row + "\n";
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) backward += *row + "\n";
  for (const AddressRule rule : {AddressRule::latest, AddressRule::practice_first, AddressRule::all})
    EXPECT_EQ(sorted_rows(placed(forward, rule).csv), sorted_rows(placed(backward, rule).csv));
}

}  // namespace
}  // namespace smm::outcomes::place
