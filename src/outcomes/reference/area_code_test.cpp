// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/area_code.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "outcomes/reference/address_key.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

TEST(AreaCode, KeepsItsLeadingZero) {
  EXPECT_EQ(read_area_code("01001", 5)->number, 1001u);
  EXPECT_EQ(to_text(County{1001}), "01001");
  EXPECT_EQ(to_text(Tract{1001020100}), "01001020100");
  EXPECT_EQ(to_text(Zip{501}), "00501");
}

TEST(AreaCode, OneDigitLessHasLostItsZero) {
  EXPECT_TRUE(read_area_code("1001", 5)->restored);
  EXPECT_EQ(read_area_code("1001020100", 11)->number, 1001020100u);
  EXPECT_FALSE(read_area_code("37063", 5)->restored);
  EXPECT_FALSE(read_area_code("063", 5));
}

TEST(AreaCode, NeedsAState) {
  EXPECT_FALSE(read_area_code("99001", 5));
  EXPECT_FALSE(read_area_code("3001", 5)) << "03 is no state";
  EXPECT_FALSE(read_area_code("37O63", 5));
  EXPECT_FALSE(read_area_code("", 5));
}

TEST(ZipCode, HasFiveOrNineDigits) {
  EXPECT_EQ(read_zip("27701")->number, 27701u);
  EXPECT_EQ(read_zip("27701-1234")->number, 27701u);
  EXPECT_EQ(read_zip("277011234")->number, 27701u);
  EXPECT_EQ(read_zip("27701-")->number, 27701u);
  EXPECT_FALSE(read_zip("277011"));
  EXPECT_FALSE(read_zip("27701-12"));
  EXPECT_FALSE(read_zip("M5V 2T6"));
  EXPECT_FALSE(read_zip(""));
  EXPECT_FALSE(read_zip("12"));
}

TEST(ZipCode, RestoresLostZeros) {
  EXPECT_EQ(read_zip("501")->number, 501u);
  EXPECT_TRUE(read_zip("2139")->restored);
  EXPECT_EQ(read_zip("21391234")->number, 2139u);
  EXPECT_EQ(read_zip("2139-1234")->number, 2139u);
}

TEST(AreaCode, WrittenAndReadIsTheSame) {
  EXPECT_TRUE(rc::check("a tract survives the loss of its zero", [] {
    const auto& state = us_states()[*rc::gen::inRange<std::size_t>(0, us_states().size())];
    const Tract tract{state.number * std::uint64_t{1'000'000'000} +
                      *rc::gen::inRange<std::uint64_t>(0, 1'000'000'000)};
    RC_ASSERT(read_area_code(to_text(tract), 11)->number == tract.number);
    RC_ASSERT(read_area_code(std::to_string(tract.number), 11)->number == tract.number);
  }));
}

TEST(UsState, IsFoundByLettersNameAndNumber) {
  EXPECT_EQ(us_state("nc"), us_state("North Carolina"));
  EXPECT_EQ(us_state(" DC ")->number, 11u);
  EXPECT_EQ(us_state(72)->letters, "PR");
  for (const char* none : {"", "XX", "ON", "Ontario", "N", "N1"}) EXPECT_EQ(us_state(none), nullptr) << none;
  EXPECT_EQ(us_state(3), nullptr);
  EXPECT_EQ(us_state(100), nullptr);
  EXPECT_TRUE(is_military_mail("ap"));
  EXPECT_FALSE(is_military_mail("AK"));
}

TEST(AddressKey, JoinsWhatTheGeocoderEchoes) {
  EXPECT_EQ(address_key("4600 Silver Hill Rd.", "Washington", "dc", "20233-0001"),
            "4600 SILVER HILL RD WASHINGTON DC 20233");
  EXPECT_EQ(address_key("4600 Silver Hill Rd., Washington, DC, 20233"),
            address_key("4600  SILVER HILL RD", "WASHINGTON", "DC", "202330001"));
  EXPECT_NE(address_key("4601 Silver Hill Rd, Washington, DC, 20233"),
            address_key("4600 Silver Hill Rd", "Washington", "DC", "20233"));
}

}  // namespace
}  // namespace smm::outcomes::reference
