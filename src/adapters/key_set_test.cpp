// SPDX-License-Identifier: Apache-2.0
#include "adapters/key_set.hpp"

#include <gtest/gtest.h>

#include "app/problems.hpp"

namespace smm::adapters {
namespace {

// RFC 7517, appendix A.1: a curve key for encryption and an RSA key for signatures by RS256.
const char* rfc_keys = R"({"keys":
  [
    {"kty":"EC",
     "crv":"P-256",
     "x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
     "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
     "use":"enc",
     "kid":"1"},

    {"kty":"RSA",
     "n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
     "e":"AQAB",
     "alg":"RS256",
     "kid":"2011-04-29"}
  ]
})";

TEST(KeySet, HoldsTheKeysForSignaturesOfThePublishedExample) {
  const auto keys = read_key_set(rfc_keys);
  ASSERT_TRUE(keys.ok());
  ASSERT_EQ(keys->size(), 1U);  // the other one is for encryption
  EXPECT_EQ(keys->front().id, "2011-04-29");
  EXPECT_EQ(keys->front().algorithm, crypto::JwtAlgorithm::rs256);
  const auto& key = std::get<crypto::RsaPublicKey>(keys->front().key);
  EXPECT_EQ(key.modulus.size(), 256U);
  EXPECT_EQ(key.exponent, std::string("\x01\x00\x01", 3));
}

std::size_t keys_in(const std::string& entry) {
  return read_key_set("{\"keys\":[" + entry + "]}").value().size();
}

TEST(KeySet, LeavesOutWhatChecksNoSignature) {
  const std::string point = R"("kty":"EC","crv":"P-256","x":"AA","y":"AA")";
  EXPECT_EQ(keys_in("{" + point + "}"), 1U);
  EXPECT_EQ(keys_in("{" + point + R"(,"use":"sig","key_ops":["verify"]})"), 1U);
  for (const char* more : {R"("use":"enc")", R"("use":7)", R"("key_ops":["encrypt"])", R"("key_ops":7)",
                           R"("alg":"ES512")", R"("alg":"HS256")", R"("alg":"none")"})
    EXPECT_EQ(keys_in("{" + point + "," + more + "}"), 0U) << more;
  for (const char* entry :
       {"7", "[]", "{}", R"({"kty":"oct","k":"c2VjcmV0"})", R"({"kty":"OKP","crv":"Ed25519","x":"AA"})",
        R"({"kty":"EC","crv":"P-384","x":"AA","y":"AA"})", R"({"kty":"EC","crv":"P-256","x":"AA"})",
        R"({"kty":"EC","crv":"P-256","x":"A=","y":"AA"})", R"({"kty":"RSA","n":7,"e":"AQAB"})",
        R"({"kty":"RSA","n":"AA"})"})
    EXPECT_EQ(keys_in(entry), 0U) << entry;
}

TEST(KeySet, AnythingElseIsNone) {
  std::string many = R"({"keys":[7)";
  for (int i = 0; i < 100; ++i) many += ",7";
  for (const std::string& bad :
       {std::string(), std::string("<html>"), std::string("[]"), std::string("{}"),
        std::string(R"({"keys":{}})"), std::string(R"({"keys":[],"keys":[]})"), many + "]}"}) {
    const auto keys = read_key_set(bad);
    ASSERT_FALSE(keys.ok()) << bad;
    EXPECT_EQ(keys.problems().front().code, app::problem::identity_provider_unusable.code);
  }
}

}  // namespace
}  // namespace smm::adapters
