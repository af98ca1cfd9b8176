// SPDX-License-Identifier: Apache-2.0
#include "byte_search.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace smm::attacks {
namespace {

constexpr double planted = 61.8034;

std::string raw(double number) {
  std::string bytes(sizeof number, '\0');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

TEST(ByteSearch, FindsAScoreHoweverItIsWritten) {
  for (const std::string& text :
       {std::string("mean,61.80,"), std::string("<path d=\"M 0.618034 1\"/>"), std::string("cy=\"38.1966\""),
        std::string("{\"v\":6.18034e+01}"), std::string("id-61803400"), "x" + raw(planted) + "y",
        "ab" + raw(planted / 100), std::string("NjEuODAzNA=="), std::string("x=36312e38303334")})
    EXPECT_FALSE(sightings(text, {planted}).empty()) << text;
}

TEST(ByteSearch, FindsNothingInWhatSaysNothing) {
  EXPECT_TRUE(sightings("profession,block,area,low,high\nmedicine,b1,mission,60,64\n", {planted}).empty());
  EXPECT_TRUE(sightings("61.9 61 62 0.6", {planted}).empty());
}

}  // namespace
}  // namespace smm::attacks
