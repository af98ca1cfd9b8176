// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.hpp"

#include <gtest/gtest.h>

namespace smm::crypto {
namespace {

// FIPS 180-4 example values.
TEST(Hash, MeetsThePublishedVectors) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, PartsAreSortedAndKeptApart) {
  EXPECT_EQ(sha256_hex_of_parts({{"a", "1"}, {"b", "2"}}), sha256_hex_of_parts({{"b", "2"}, {"a", "1"}}));
  EXPECT_NE(sha256_hex_of_parts({{"a", "1"}, {"b", "2"}}), sha256_hex_of_parts({{"a", "1b"}, {"", "2"}}));
  EXPECT_NE(sha256_hex_of_parts({{"a", "12"}}), sha256_hex_of_parts({{"a1", "2"}}));
}

}  // namespace
}  // namespace smm::crypto
