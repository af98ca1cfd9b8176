// SPDX-License-Identifier: Apache-2.0
#include "crypto/sign.hpp"

#include <gtest/gtest.h>

#include "hex.hpp"

namespace smm::crypto {
namespace {

struct SignatureVector {
  const char* seed;
  const char* public_key;
  const char* message;
  const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3.
constexpr SignatureVector signature_vectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
     "d25bf5f0595bbe24655141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
     "387b2eaeb4302aeeb00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
     "4a7c15e9716ed28dc027beceea1ec40a"}};

SigningKey key_of(const SignatureVector& vector) {
  return SigningKey::from_bytes(test::bytes_of_hex(vector.seed)).value();
}

TEST(Sign, MeetsThePublishedVectors) {
  for (const SignatureVector& vector : signature_vectors) {
    const SigningKey key = key_of(vector);
    const std::string message = test::bytes_of_hex(vector.message);
    EXPECT_EQ(test::hex_of_bytes(public_key(key)), vector.public_key);
    EXPECT_EQ(test::hex_of_bytes(sign(key, message)), vector.signature);
    EXPECT_TRUE(signature_is_valid(public_key(key), message, test::bytes_of_hex(vector.signature)));
  }
}

std::string flipped(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

TEST(Sign, EveryFlippedByteIsRefused) {
  const SigningKey key = key_of(signature_vectors[0]);
  const std::string message = "took part in the round of 2026";
  const std::string signature = sign(key, message);
  ASSERT_TRUE(signature_is_valid(public_key(key), message, signature));
  for (std::size_t i = 0; i < signature.size(); ++i)
    EXPECT_FALSE(signature_is_valid(public_key(key), message, flipped(signature, i))) << i;
  for (std::size_t i = 0; i < message.size(); ++i)
    EXPECT_FALSE(signature_is_valid(public_key(key), flipped(message, i), signature)) << i;
  for (std::size_t i = 0; i < 32; ++i)
    EXPECT_FALSE(signature_is_valid(flipped(public_key(key), i), message, signature)) << i;
}

TEST(Sign, OtherLengthsAndOtherKeysAreRefused) {
  const SigningKey key = key_of(signature_vectors[0]);
  const std::string signature = sign(key, "m");
  EXPECT_FALSE(signature_is_valid(public_key(key_of(signature_vectors[1])), "m", signature));
  EXPECT_FALSE(signature_is_valid(public_key(key), "m", signature + "x"));
  EXPECT_FALSE(signature_is_valid(public_key(key), "m", ""));
  EXPECT_FALSE(signature_is_valid("", "m", signature));
}

}  // namespace
}  // namespace smm::crypto
