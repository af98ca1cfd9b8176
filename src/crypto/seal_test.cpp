// SPDX-License-Identifier: Apache-2.0
#include "crypto/seal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <type_traits>

#include "crypto/framing.hpp"
#include "hex.hpp"

namespace smm::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<DataKey> && !std::is_copy_assignable_v<DataKey>);
static_assert(!std::is_default_constructible_v<DataKey>);
static_assert(!std::is_constructible_v<DataKey, InstallationKey&&>);

DataKey lake_key() {
  return DataKey::from_bytes(std::string(32, '\x21')).value();
}

// draft-irtf-cfrg-xchacha-03, A.3.1, behind our version byte.
TEST(Seal, OpensThePublishedVector) {
  const auto key = DataKey::from_bytes(
      test::bytes_of_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
  const std::string sealed = test::bytes_of_hex(
      "01404142434445464748494a4b4c4d4e4f5051525354555657"
      "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
      "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
      "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49");
  EXPECT_EQ(open_sealed(*key, sealed, test::bytes_of_hex("50515253c0c1c2c3c4c5c6c7")),
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
            "sunscreen would be it.");
}

TEST(Seal, EveryFlippedBitIsRefused) {
  const DataKey key = lake_key();
  const std::string sealed = seal(key, "twelve clinics", "place");
  ASSERT_EQ(open_sealed(key, sealed, "place"), "twelve clinics");
  for (std::size_t i = 0; i < sealed.size() * 8; ++i) {
    std::string other = sealed;
    other[i / 8] = static_cast<char>(other[i / 8] ^ (1 << (i % 8)));
    EXPECT_EQ(open_sealed(key, other, "place"), std::nullopt) << "bit " << i;
  }
}

TEST(Seal, EveryOtherLengthIsRefused) {
  const DataKey key = lake_key();
  const std::string sealed = seal(key, "twelve clinics", "place");
  for (std::size_t length = 0; length < sealed.size(); ++length)
    EXPECT_EQ(open_sealed(key, sealed.substr(0, length), "place"), std::nullopt) << length;
  EXPECT_EQ(open_sealed(key, sealed + '\0', "place"), std::nullopt);
}

TEST(Seal, OpensOnlyInItsPlaceAndUnderItsKey) {
  const DataKey key = lake_key();
  const std::string sealed = seal(key, "12", framed({"lake", "item-1"}));
  EXPECT_EQ(open_sealed(key, sealed, framed({"lake", "item-1"})), "12");
  EXPECT_EQ(open_sealed(key, sealed, framed({"lake", "item-2"})), std::nullopt);
  EXPECT_EQ(open_sealed(key, sealed, framed({"lakei", "tem-1"})), std::nullopt);
  EXPECT_EQ(open_sealed(DataKey::make(), sealed, framed({"lake", "item-1"})), std::nullopt);
}

TEST(Seal, NoTwoSealsAreAlike) {
  const DataKey key = lake_key();
  EXPECT_NE(seal(key, "12", "place"), seal(key, "12", "place"));
}

RC_GTEST_PROP(Seal, OpensWhatItSealed, (const std::string& plain, const std::string& place)) {
  const DataKey key = lake_key();
  const std::string sealed = seal(key, plain, place);
  RC_ASSERT(sealed.size() == plain.size() + seal_overhead);
  RC_ASSERT(open_sealed(key, sealed, place) == plain);
}

TEST(SecretKey, IsEmptyAfterItWasMovedAway) {
  DataKey key = lake_key();
  const DataKey moved = std::move(key);
  const std::string zeros(32, '\0');
  const auto bytes = [](const DataKey& of) {
    return std::string(reinterpret_cast<const char*>(of.reveal()), secret_key_size);
  };
  EXPECT_EQ(bytes(key), zeros);
  EXPECT_EQ(bytes(moved), std::string(32, '\x21'));
}

TEST(SecretKey, LeavesNothingBehind) {
  alignas(DataKey) unsigned char room[sizeof(DataKey)];
  auto* key = new (room) DataKey(lake_key());
  const unsigned char* bytes = key->reveal();
  EXPECT_EQ(*bytes, 0x21);
  key->~SecretKey();
  for (std::size_t i = 0; i < secret_key_size; ++i) EXPECT_EQ(room[i], 0);
}

TEST(SecretKey, TakesExactlyItsLength) {
  EXPECT_FALSE(DataKey::from_bytes(std::string(31, 'x')));
  EXPECT_FALSE(DataKey::from_bytes(std::string(33, 'x')));
}

}  // namespace
}  // namespace smm::crypto
