// SPDX-License-Identifier: Apache-2.0
#include "crypto/token.hpp"

#include <gtest/gtest.h>

#include <set>

#include "crypto/hash.hpp"
#include "crypto/system_random.hpp"
#include "hex.hpp"

namespace smm::crypto {
namespace {

TEST(Token, HasItsBitsInItsAlphabet) {
  EXPECT_EQ(token_base64url(256).size(), 43U);
  EXPECT_EQ(token_base64url(128).size(), 22U);
  EXPECT_EQ(token_base32(80).size(), 16U);
  std::set<char> seen64, seen32;
  for (int i = 0; i < 200; ++i) {
    for (const char letter : token_base64url(240)) seen64.insert(letter);
    for (const char letter : token_base32(200)) seen32.insert(letter);
  }
  EXPECT_EQ(std::string(seen64.begin(), seen64.end()),
            "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
  EXPECT_EQ(std::string(seen32.begin(), seen32.end()), "234567abcdefghijklmnopqrstuvwxyz");
}

TEST(Token, NoTwoAreAlike) {
  std::set<std::string> tokens;
  for (int i = 0; i < 1000; ++i) tokens.insert(token_base64url(128));
  EXPECT_EQ(tokens.size(), 1000U);
}

TEST(Token, IsKeptAsAHashThatDependsOnItsUse) {
  using std::literals::operator""sv;
  EXPECT_EQ(token_at_rest("link", "abc"),
            sha256_hex("\0\0\0\0\0\0\0\5token\0\0\0\0\0\0\0\4link\0\0\0\0\0\0\0\3abc"sv));
  EXPECT_NE(token_at_rest("link", "abc"), token_at_rest("session", "abc"));
  EXPECT_NE(token_at_rest("link", "abc"), token_at_rest("lin", "kabc"));
}

TEST(Token, IsComparedWhole) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  for (const char* other : {"", "ab", "abd", "xbc", "abcd"})
    EXPECT_FALSE(equal_in_constant_time("abc", other)) << other;
}

TEST(SystemRandom, FillsEveryByteAnew) {
  SystemRandom random;
  std::array<unsigned char, 64> first{}, second{};
  random.fill(first);
  random.fill(second);
  EXPECT_NE(first, second);
  EXPECT_NE(first, (std::array<unsigned char, 64>{}));
}

}  // namespace
}  // namespace smm::crypto
