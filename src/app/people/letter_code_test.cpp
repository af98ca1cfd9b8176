// SPDX-License-Identifier: Apache-2.0
#include "app/people/letter_code.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace smm::app {
namespace {

TEST(LetterCode, IsTwelveCharactersInThreeGroups) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const std::string code = new_letter_code();
    EXPECT_TRUE(std::regex_match(code, std::regex("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}")))
        << code;
    seen.insert(code);
  }
  EXPECT_EQ(seen.size(), 200U);
}

TEST(LetterCode, IsReadHoweverItIsTyped) {
  const std::string code = new_letter_code();
  const auto plain = letter_code_in(code);
  ASSERT_TRUE(plain);
  EXPECT_EQ(*plain, std::regex_replace(code, std::regex("-"), ""));
  std::string lower = " " + code + "\r\n";
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  EXPECT_EQ(letter_code_in(lower), plain);
  EXPECT_EQ(letter_code_in("oO0i-I1lL-zZ2s"),
            "000111"
            "11ZZ2S");
}

TEST(LetterCode, IsNotReadOutOfAnythingElse) {
  for (const char* typed :
       {"", "7K3M-Q2XW-9AT", "7K3M-Q2XW-9ATRR", "7K3M-Q2XW-9ATU", "7K3M.Q2XW.9ATR", "7K3M-Q2XW-9AT\xC3\x89"})
    EXPECT_EQ(letter_code_in(typed), std::nullopt) << typed;
}

}  // namespace
}  // namespace smm::app
