// SPDX-License-Identifier: Apache-2.0
#include "crypto/jwt_signature.hpp"

#include <gtest/gtest.h>

#include "crypto/base64.hpp"
#include "jwt_signer.hpp"

namespace smm::crypto {
namespace {

using enum JwtAlgorithm;

std::string bytes_of(std::string_view text) {
  return from_base64url(text).value();
}

// The payload of RFC 7515, appendix A.
const std::string rfc_payload =
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

// RFC 7515, appendix A.2.
const RsaPublicKey rfc_rsa_key = {
    bytes_of(
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4Ql"
        "L-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUs"
        "LA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoud"
        "F8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"),
    bytes_of("AQAB")};
const std::string rfc_rsa_message = "eyJhbGciOiJSUzI1NiJ9." + rfc_payload;
const std::string rfc_rsa_signature = bytes_of(
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
    "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383"
    "LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWy"
    "wlVmtVrBp0igcN_IoypGlUPQGe77Rw");

// RFC 7515, appendix A.3.
const P256PublicKey rfc_curve_key = {bytes_of("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                                     bytes_of("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")};
const std::string rfc_curve_message = "eyJhbGciOiJFUzI1NiJ9." + rfc_payload;
const std::string rfc_curve_signature =
    bytes_of("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");

TEST(JwtSignature, MeetsThePublishedVectors) {
  EXPECT_TRUE(jwt_signature_is_valid(rs256, rfc_rsa_key, rfc_rsa_message, rfc_rsa_signature));
  EXPECT_TRUE(jwt_signature_is_valid(es256, rfc_curve_key, rfc_curve_message, rfc_curve_signature));
}

std::string with_flipped_bit(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

TEST(JwtSignature, EveryFlippedByteIsRefused) {
  for (std::size_t i = 0; i < rfc_rsa_signature.size(); ++i)
    EXPECT_FALSE(
        jwt_signature_is_valid(rs256, rfc_rsa_key, rfc_rsa_message, with_flipped_bit(rfc_rsa_signature, i)));
  for (std::size_t i = 0; i < rfc_curve_signature.size(); ++i)
    EXPECT_FALSE(jwt_signature_is_valid(es256, rfc_curve_key, rfc_curve_message,
                                        with_flipped_bit(rfc_curve_signature, i)));
  for (std::size_t i = 0; i < rfc_rsa_message.size(); ++i)
    EXPECT_FALSE(
        jwt_signature_is_valid(rs256, rfc_rsa_key, with_flipped_bit(rfc_rsa_message, i), rfc_rsa_signature));
}

TEST(JwtSignature, OtherLengthsAreRefused) {
  for (const std::string& bad : {std::string(), rfc_curve_signature.substr(1), rfc_curve_signature + '\0',
                                 std::string(64, '\0'), std::string(64, '\xFF')})
    EXPECT_FALSE(jwt_signature_is_valid(es256, rfc_curve_key, rfc_curve_message, bad));
  for (const std::string& bad : {std::string(), rfc_rsa_signature.substr(1), '\0' + rfc_rsa_signature})
    EXPECT_FALSE(jwt_signature_is_valid(rs256, rfc_rsa_key, rfc_rsa_message, bad));
}

TEST(JwtSignature, AnotherAlgorithmOrKindOfKeyNeverVerifies) {
  EXPECT_FALSE(jwt_signature_is_valid(ps256, rfc_rsa_key, rfc_rsa_message, rfc_rsa_signature));
  EXPECT_FALSE(jwt_signature_is_valid(es256, rfc_rsa_key, rfc_rsa_message, rfc_rsa_signature));
  EXPECT_FALSE(jwt_signature_is_valid(rs256, rfc_curve_key, rfc_curve_message, rfc_curve_signature));
}

TEST(JwtSignature, KeysOfOtherMakeVerify) {
  for (const JwtAlgorithm algorithm : {rs256, ps256, es256}) {
    const test::JwtSigner signer(algorithm);
    EXPECT_TRUE(jwt_signature_is_valid(algorithm, signer.public_key(), "a.b", signer.signature("a.b")));
    EXPECT_FALSE(jwt_signature_is_valid(algorithm, signer.public_key(), "a.c", signer.signature("a.b")));
    const test::JwtSigner other(algorithm);
    EXPECT_FALSE(jwt_signature_is_valid(algorithm, other.public_key(), "a.b", signer.signature("a.b")));
  }
}

// RFC 7518, section 3.5: a salt of another length is another signature scheme.
TEST(JwtSignature, TheSaltIsAsLongAsTheHash) {
  const test::JwtSigner signer(ps256);
  EXPECT_TRUE(jwt_signature_is_valid(ps256, signer.public_key(), "m", signer.signature("m", 32)));
  for (const int salt : {0, 20, 33})
    EXPECT_FALSE(jwt_signature_is_valid(ps256, signer.public_key(), "m", signer.signature("m", salt)))
        << salt;
}

TEST(JwtSignature, WeakAndBrokenKeysVerifyNothing) {
  const test::JwtSigner weak(rs256, 1024);
  EXPECT_FALSE(jwt_signature_is_valid(rs256, weak.public_key(), "m", weak.signature("m")));
  RsaPublicKey rsa = rfc_rsa_key;
  for (const std::string& exponent :
       {std::string(), std::string("\x01"), std::string("\x02"), std::string(5, '\x01')}) {
    rsa.exponent = exponent;
    EXPECT_FALSE(jwt_signature_is_valid(rs256, rsa, rfc_rsa_message, rfc_rsa_signature));
  }
  rsa = {std::string(2000, '\x7F'), "\x03"};
  EXPECT_FALSE(jwt_signature_is_valid(rs256, rsa, "m", std::string(2000, 'x')));
  // With the exponent 1 a signature is what it signs: such a key would let anybody sign.
  P256PublicKey off_the_curve = rfc_curve_key;
  off_the_curve.y = with_flipped_bit(off_the_curve.y, 31);
  EXPECT_FALSE(jwt_signature_is_valid(es256, off_the_curve, rfc_curve_message, rfc_curve_signature));
  EXPECT_FALSE(jwt_signature_is_valid(es256, P256PublicKey{std::string(32, '\0'), std::string(32, '\0')}, "m",
                                      std::string(64, '\x01')));
  EXPECT_FALSE(jwt_signature_is_valid(es256, P256PublicKey{"", ""}, "m", std::string(64, '\x01')));
}

TEST(JwtSignature, OnlyThreeAlgorithmsHaveAName) {
  EXPECT_EQ(jwt_algorithm("RS256"), rs256);
  EXPECT_EQ(jwt_algorithm("PS256"), ps256);
  EXPECT_EQ(jwt_algorithm("ES256"), es256);
  for (const char* name : {"none", "None", "", "HS256", "rs256", "RS256 ", "RS1", "RS384", "ES512", "EdDSA"})
    EXPECT_EQ(jwt_algorithm(name), std::nullopt) << name;
}

}  // namespace
}  // namespace smm::crypto
