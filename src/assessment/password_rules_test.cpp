// SPDX-License-Identifier: Apache-2.0
#include "assessment/password_rules.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "assessment/password_pattern.hpp"
#include "assessment/utf8_text.hpp"

namespace smm::assessment {
namespace {

const PasswordOwner ana_ruiz{"ana.ruiz@lakeview.edu", "Ana Ruiz-Marquez", {"Lakeview School of Medicine"}};

std::string shipped_text() {
  std::ifstream file("content/security/common-passwords.txt", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const CommonPasswords& shipped() {
  static const CommonPasswords list(shipped_text());
  return list;
}

// Codes, without the room's prefix, joined.
std::string verdict(std::string_view password, const PasswordOwner& owner = ana_ruiz) {
  std::string codes;
  for (const base::Problem& problem : password_problems(password, owner, shipped())) {
    codes +=
        (codes.empty() ? "" : " ") + std::string(problem.code.substr(std::string_view("password_").size()));
    EXPECT_TRUE(password.empty() || problem.sentence.find(password) == std::string::npos) << "repeats it";
  }
  return codes;
}

TEST(Password, OfUnrelatedWordsWillDo) {
  for (const char* password :
       {"gravel otter lantern mint", "Vier Füße für Möwen", "tulip-harbor-nine-socks", "x7#Kp!vQ2m@Zr9Wd",
        "a b c means nothing at all", "日本語の長いパスワードを使う人です", "Ana likes gravel and lanterns",
        "the medicine cabinet sings"})
    EXPECT_EQ(verdict(password), "") << password;
}

TEST(Password, HasFifteenCharactersHoweverManyBytes) {
  EXPECT_EQ(verdict("gravel otter l"), "too_short");
  EXPECT_EQ(verdict("gravel otter la"), "");
  EXPECT_EQ(verdict("größe öl äther"), "too_short") << "14 characters, 18 bytes";
  EXPECT_EQ(verdict(""), "too_short");
}

TEST(Password, HasAThousandBytesAtMost) {
  std::string password;
  while (password.size() < 1000)
    password += "gravel otter " + std::to_string(password.size() * 7919) + " lantern ";
  password.resize(1000);
  EXPECT_EQ(verdict(password), "");
  EXPECT_EQ(verdict(password + "x"), "too_long");
}

TEST(Password, IsText) {
  EXPECT_EQ(verdict("gravel otter \xFF lantern"), "not_text");
  EXPECT_EQ(verdict(std::string("gravel otter \0 lantern", 22)), "not_text");
  EXPECT_EQ(verdict("gravel otter\nlantern"), "not_text");
}

TEST(Password, IsNotOneThatOthersTake) {
  for (const char* password :
       {"correct horse battery staple", "CorrectHorseBatteryStaple1", "ThisIsMyPassword", "iloveyou forever",
        "P@ssw0rd12345678", "password123456789", "Dragon1234567890", "let-me-in-please",
        "to be or not to be!", "School of Nursing 2026", "w3lc0m3 t0 the jungle"})
    EXPECT_TRUE(verdict(password).starts_with("common")) << password;
}

TEST(Password, IsNotAPattern) {
  for (const char* password :
       {"aaaaaaaaaaaaaaa", "passwordpassword", "abcabcabcabcabcabc", "otter7otter7otter7",
        "lanternlantern 12", "abcdefghijklmno", "zyxwvutsrqponmlk", "qwertyuiopasdfgh", "1qaz2wsx3edc4rfv",
        "1122334455667788", "12345678909876543", "!!!!!!!!!!!!!!!!!!!!"})
    EXPECT_NE(verdict(password).find("pattern"), std::string::npos) << password;
}

TEST(Password, IsNotTheOwnersOwnNames) {
  for (const char* password : {"ana.ruiz@lakeview.edu", "Ana Ruiz-Marquez 1", "lakeviewschoolofmedicine",
                               "Lakeview2026Ruiz", "SocialMissionMetrics!", "ruizruizruizmarquez77"})
    EXPECT_NE(verdict(password).find("about_you"), std::string::npos) << password;
  EXPECT_EQ(verdict("ruiz gravel otter lantern"), "") << "a name beside enough else";
  EXPECT_EQ(verdict("ana.ruiz@lakeview.edu", {}), "") << "somebody else's";
}

TEST(Password, SaysAllThatIsWrongAtOnce) {
  EXPECT_EQ(verdict("ruizruizruiz"), "too_short pattern about_you");
}

// The list is looked up in the form that it is written in, and holds what no rule would find.
TEST(CommonPasswords, AreWrittenAsTheyAreLookedUp) {
  EXPECT_GE(shipped().size(), 10000u);
  const std::string text = shipped_text();
  std::string before;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with('#')) continue;
    ASSERT_EQ(looked_up(line), line);
    ASSERT_GE(utf8_length(line), 10u) << line;
    ASSERT_LT(before, line) << "sorted, each once";
    before = line;
    ASSERT_TRUE(shipped().holds(line)) << line;
  }
}

TEST(CommonPasswords, TakeRemarksAndAnyLineEnds) {
  const CommonPasswords list("# remark\nbbb\r\naaa\n\nccc");
  EXPECT_EQ(list.size(), 3u);
  for (const char* word : {"aaa", "bbb", "ccc"}) EXPECT_TRUE(list.holds(word));
  EXPECT_FALSE(list.holds("# remark"));
  EXPECT_FALSE(list.holds(""));
  EXPECT_EQ(CommonPasswords("").size(), 0u);
}

TEST(PasswordPattern, NeedsTheWholePassword) {
  EXPECT_TRUE(repeats_itself("abcdefghijabcdefghi"));
  EXPECT_FALSE(repeats_itself("abcdefghijkabcdefghijk")) << "eleven, twice";
  EXPECT_FALSE(repeats_itself("otterotterlantern"));
  EXPECT_FALSE(walks_along("gravelotterlantern"));
  EXPECT_FALSE(walks_along("x"));
  EXPECT_FALSE(walks_along(""));
}

}  // namespace
}  // namespace smm::assessment
