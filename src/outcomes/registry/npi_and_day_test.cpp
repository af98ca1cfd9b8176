// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "outcomes/registry/clean_text.hpp"
#include "outcomes/registry/day.hpp"
#include "outcomes/registry/npi.hpp"

namespace smm::outcomes::registry {
namespace {

// 1234567893 is the worked example of the standard (CMS, "Requirements for NPI and NPI Check Digit").
TEST(NpiNumbers, CheckTheirLastDigit) {
  EXPECT_EQ(npi_check_digit(123456789), 3);
  ASSERT_TRUE(Npi::parse("1234567893"));
  EXPECT_EQ(Npi::parse("1234567893")->number(), 1234567893U);
  for (const char* bad : {"1234567890", "3234567893", "123456789", "12345678933", "123456789x", ""})
    EXPECT_FALSE(Npi::parse(bad)) << bad;
}

TEST(RegistryDays, AreReadAndWritten) {
  const auto day = parse_registry_day("02/29/2024");
  ASSERT_TRUE(day);
  EXPECT_EQ(to_iso(*day), "2024-02-29");
  EXPECT_EQ(day->year(), 2024);
  EXPECT_EQ(parse_iso_day("2024-02-29"), day);
  EXPECT_EQ(parse_plain_day("20240229"), day);
  EXPECT_EQ(parse_registry_day(""), Day{});
  EXPECT_EQ(to_iso(Day{}), "");
  for (const char* bad : {"02/30/2024", "13/01/2024", "2024-02-29", "2/9/2024", "01/01/1899", "01/01/2090"})
    EXPECT_FALSE(parse_registry_day(bad)) << bad;
}

TEST(CleanTexts, LoseBlanksAndAreUtf8) {
  std::string scratch;
  EXPECT_EQ(clean_text("  DE  LA   CRUZ ", scratch), "DE LA CRUZ");
  EXPECT_EQ(clean_text("PE\xd1"
                       "A",
                       scratch),
            "PE\xc3\x91"
            "A");
  EXPECT_EQ(clean_text("PE\xc3\x91"
                       "A",
                       scratch),
            "PE\xc3\x91"
            "A");
  EXPECT_EQ(clean_text("A\tB\x01"
                       "C",
                       scratch),
            "A B C");
  EXPECT_EQ(clean_text("   ", scratch), "");
  EXPECT_EQ(clean_text("ABCDEFG  HIJKLMNOP", scratch), "ABCDEFG HIJKLMNOP");
  const std::string_view clean = "A PLAIN NAME OF SEVERAL WORDS";
  EXPECT_EQ(clean_text(clean, scratch).data(), clean.data());
}

}  // namespace
}  // namespace smm::outcomes::registry
