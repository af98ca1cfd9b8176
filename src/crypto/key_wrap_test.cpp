// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_wrap.hpp"

#include <gtest/gtest.h>

#include "crypto/seal.hpp"

namespace smm::crypto {
namespace {

InstallationKey first_installation() {
  return InstallationKey::from_bytes(std::string(32, '\1')).value();
}
InstallationKey second_installation() {
  return InstallationKey::from_bytes(std::string(32, '\2')).value();
}

TEST(KeyWrap, GivesBackAKeyThatOpensWhatTheFirstSealed) {
  const DataKey key = DataKey::make();
  const std::string sealed = seal(key, "12", "place");
  const auto again = unwrap(first_installation(), wrap(first_installation(), key, "lake"), "lake");
  ASSERT_TRUE(again);
  EXPECT_EQ(open_sealed(*again, sealed, "place"), "12");
}

TEST(KeyWrap, TellsTheKeyAndBindsTheOwner) {
  const WrappedKey wrapped = wrap(first_installation(), DataKey::make(), "lake");
  EXPECT_EQ(wrapped.key_id, key_id(first_installation()));
  EXPECT_EQ(wrapped.key_id.size(), 16U);
  EXPECT_NE(key_id(first_installation()), key_id(second_installation()));
  EXPECT_FALSE(unwrap(second_installation(), wrapped, "lake"));
  EXPECT_FALSE(unwrap(first_installation(), wrapped, "river"));
  EXPECT_FALSE(unwrap(second_installation(), {key_id(second_installation()), wrapped.sealed}, "lake"));
}

TEST(KeyWrap, EveryFlippedByteIsRefused) {
  const WrappedKey wrapped = wrap(first_installation(), DataKey::make(), "lake");
  for (std::size_t i = 0; i < wrapped.sealed.size(); ++i) {
    WrappedKey other = wrapped;
    other.sealed[i] = static_cast<char>(~other.sealed[i]);
    EXPECT_FALSE(unwrap(first_installation(), other, "lake")) << "byte " << i;
  }
}

TEST(KeyWrap, RotationKeepsTheDataKey) {
  const DataKey key = DataKey::make();
  const std::string sealed = seal(key, "12", "place");
  const WrappedKey old_one = wrap(first_installation(), key, "lake");
  const auto new_one = rewrap(first_installation(), second_installation(), old_one, "lake");
  ASSERT_TRUE(new_one);
  EXPECT_EQ(new_one->key_id, key_id(second_installation()));
  EXPECT_FALSE(unwrap(first_installation(), *new_one, "lake"));
  EXPECT_EQ(open_sealed(unwrap(second_installation(), *new_one, "lake").value(), sealed, "place"), "12");
  EXPECT_FALSE(rewrap(second_installation(), first_installation(), old_one, "lake"));
}

TEST(KeyText, IsReadBack) {
  const std::string text = key_text(first_installation());
  EXPECT_TRUE(text.starts_with("smm-key-1-aeaqcaibaeaqc")) << text;
  for (const std::string& line : {text, text + "\n", " " + text + "\r\n"}) {
    const auto key = read_key_text(line);
    ASSERT_TRUE(key);
    EXPECT_EQ(key_id(*key), key_id(first_installation()));
  }
}

TEST(KeyText, EverySlipInCopyingIsFound) {
  const std::string text = key_text(first_installation());
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] = other[i] == 'b' ? 'c' : 'b';
    EXPECT_FALSE(read_key_text(other)) << other;
    EXPECT_FALSE(read_key_text(text.substr(0, i)));
  }
  EXPECT_FALSE(read_key_text(text + text));
  EXPECT_FALSE(read_key_text("smm-key-1--"));
}

}  // namespace
}  // namespace smm::crypto
