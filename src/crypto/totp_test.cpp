// SPDX-License-Identifier: Apache-2.0
#include "crypto/totp.hpp"

#include <gtest/gtest.h>

namespace smm::crypto {
namespace {

constexpr std::string_view secret = "12345678901234567890";

// RFC 6238, appendix B, the rows for SHA-1.
TEST(Totp, MeetsThePublishedVectors) {
  const std::pair<std::uint64_t, const char*> vectors[] = {
      {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
      {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
  for (const auto& [seconds, code] : vectors) EXPECT_EQ(totp_code(secret, totp_step(seconds), 8), code);
}

// RFC 4226, appendix D: the same codes by counter, with six digits.
TEST(Totp, MeetsTheVectorsOfSixDigits) {
  const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                         "254676", "287922", "162583", "399871", "520489"};
  for (std::uint64_t step = 0; step < 10; ++step) EXPECT_EQ(totp_code(secret, step), codes[step]);
}

TEST(Totp, MatchesOneStepEitherSideAndTellsWhich) {
  for (const std::uint64_t step : {6U, 7U, 8U})
    EXPECT_EQ(matched_totp_step(secret, totp_code(secret, step), 7 * 30 + 29), step);
  for (const std::uint64_t step : {5U, 9U})
    EXPECT_EQ(matched_totp_step(secret, totp_code(secret, step), 7 * 30), std::nullopt);
  EXPECT_EQ(matched_totp_step(secret, totp_code(secret, 0), 0), 0U);
}

TEST(Totp, AnythingElseIsNoCode) {
  for (const char* code : {"", "28708", "2870822", "287 082", "287083", "94287082"})
    EXPECT_EQ(matched_totp_step(secret, code, 59), std::nullopt) << code;
  EXPECT_EQ(matched_totp_step("another secret", "287082", 59), std::nullopt);
}

TEST(Totp, MakesSecretsThatAppsCanRead) {
  EXPECT_EQ(totp_secret_text(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  EXPECT_EQ(new_totp_secret().size(), 20U);
  EXPECT_NE(new_totp_secret(), new_totp_secret());
}

}  // namespace
}  // namespace smm::crypto
