// SPDX-License-Identifier: Apache-2.0
#include "crypto/base64.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "hex.hpp"

namespace smm::crypto {
namespace {

// RFC 4648, section 10.
TEST(Base64, MeetsThePublishedVectors) {
  const char* vectors[][2] = {{"", ""},
                              {"f", "Zg=="},
                              {"fo", "Zm8="},
                              {"foo", "Zm9v"},
                              {"foob", "Zm9vYg=="},
                              {"fooba", "Zm9vYmE="},
                              {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    EXPECT_EQ(base64(bytes), text);
    const std::string unpadded = std::string(text).substr(0, std::string(text).find('='));
    EXPECT_EQ(base64url(bytes), unpadded);
    EXPECT_EQ(from_base64url(unpadded), bytes);
  }
  EXPECT_EQ(base64(test::bytes_of_hex("fbff")), "+/8=");
  EXPECT_EQ(base64url(test::bytes_of_hex("fbff")), "-_8");
}

TEST(Base64, OnlyOneTextDecodesToGivenBytes) {
  for (const char* text : {"Zg==", "Zh", "Zm9", "Zm9v ", " Zm9v", "Zm\n9v", "Z", "+/8", "Zm9vY", "Zm9v="})
    EXPECT_EQ(from_base64url(text), std::nullopt) << text;
}

TEST(Base64, DecodingUndoesEncoding) {
  EXPECT_TRUE(
      rc::check([](const std::string& bytes) { RC_ASSERT(from_base64url(base64url(bytes)) == bytes); }));
}

}  // namespace
}  // namespace smm::crypto
