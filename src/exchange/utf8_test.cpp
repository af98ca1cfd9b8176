// SPDX-License-Identifier: Apache-2.0
#include "exchange/utf8.hpp"

#include <gtest/gtest.h>

namespace smm::exchange {
namespace {

TEST(Utf8, AcceptsTheFirstAndLastCharacterOfEachLength) {
  for (const char* good : {"\x01", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(first_invalid_utf8(good), std::nullopt);
    EXPECT_EQ(utf8_length(good), std::string_view(good).size());
  }
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatIsCutOff) {
  for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xC2",
                          "\xC2"
                          "a",
                          "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
                          "\xE2\x82"
                          "a",
                          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_EQ(first_invalid_utf8(bad), 0u);
    EXPECT_EQ(first_invalid_utf8("eight by" + std::string(bad)), 8u);
    EXPECT_EQ(first_invalid_utf8("sevenby" + std::string(bad) + "and some more"), 7u);
  }
}

}  // namespace
}  // namespace smm::exchange
