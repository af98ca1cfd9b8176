// SPDX-License-Identifier: Apache-2.0
// The W3C test vectors of eddsa-rdfc-2022, stage by stage: canonical form, hashes, signature. Of the first
// document our own writer makes the canonical form; the second has nodes without names in several places,
// which no badge has, so its canonical form is taken from the vectors.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "badge/data_integrity.hpp"
#include "badge/multibase.hpp"
#include "badge/quads.hpp"
#include "crypto/hash.hpp"
#include "crypto/sign.hpp"
#include "exchange/json.hpp"
#include "hex.hpp"

namespace smm::badge {
namespace {

std::string vector_text(const std::string& name) {
  std::ifstream file("tests/badge/vectors/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string key_field(const char* name) {
  const auto keys = exchange::parse_json(vector_text("keyPair.json"), "keyPair.json");
  return keys->find(name)->scalar()->text;
}

crypto::SigningKey vector_key() {
  // Behind two bytes that name the kind of key stands the seed.
  return *crypto::SigningKey::from_bytes(from_multibase_base58(key_field("privateKeyMultibase"))->substr(2));
}

Proof vector_proof() {
  const std::string key = key_field("publicKeyMultibase");
  return {"2023-02-24T23:36:38Z", "did:key:" + key + "#" + key};
}

std::string alumni_credential() {
  const std::string id = "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33", subject = "did:example:abcdefgh";
  const std::string type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  const std::string credentials = "https://www.w3.org/2018/credentials#";
  const std::string examples = "https://www.w3.org/ns/credentials/examples#";
  return Quads()
      .typed(id, credentials + "validFrom", "2023-01-01T00:00:00Z",
             "http://www.w3.org/2001/XMLSchema#dateTime")
      .link(id, type, credentials + "VerifiableCredential")
      .link(id, type, examples + "AlumniCredential")
      .text(id, "https://schema.org/name", "Alumni Credential")
      .text(id, "https://schema.org/description", "A minimum viable example of an Alumni Credential.")
      .link(id, credentials + "issuer", "https://vc.example/issuers/5678")
      .link(id, credentials + "credentialSubject", subject)
      .text(subject, examples + "alumniOf", "The School of Examples")
      .canonical();
}

TEST(EddsaRdfc2022, KeysAreReadAndWritten) {
  const std::string written = key_field("publicKeyMultibase");
  const auto key = from_multikey(written);
  ASSERT_TRUE(key);
  EXPECT_EQ(*key, crypto::public_key(vector_key()));
  EXPECT_EQ(multikey(*key), written);
}

TEST(EddsaRdfc2022, CanonicalFormsAreThoseOfTheVectors) {
  EXPECT_EQ(canonical(vector_proof()), vector_text("proofCanonDataInt.txt"));
  EXPECT_EQ(canonical(vector_proof()), vector_text("employ/proofCanonDataInt.txt"));
  EXPECT_EQ(alumni_credential(), vector_text("canonDocDataInt.txt"));
}

class EddsaStages : public ::testing::TestWithParam<std::string> {
 protected:
  std::string text(const std::string& name) const { return vector_text(GetParam() + name); }
};

TEST_P(EddsaStages, HashesAreThoseOfTheVectors) {
  EXPECT_EQ(crypto::sha256_hex(text("proofCanonDataInt.txt")), text("proofHashDataInt.txt"));
  EXPECT_EQ(crypto::sha256_hex(text("canonDocDataInt.txt")), text("docHashDataInt.txt"));
  EXPECT_EQ(test::hex_of_bytes(hash_to_sign(canonical(vector_proof()), text("canonDocDataInt.txt"))),
            text("combinedHashDataInt.txt"));
}

TEST_P(EddsaStages, SignaturesAreThoseOfTheVectors) {
  const Proof proof = signed_proof(vector_proof(), text("canonDocDataInt.txt"), vector_key());
  EXPECT_EQ(proof.value, text("sigBTC58DataInt.txt"));
  EXPECT_EQ(test::hex_of_bytes(*from_multibase_base58(proof.value)), text("sigHexDataInt.txt"));
}

TEST_P(EddsaStages, SignaturesHoldForTheirDocumentAndNoOther) {
  Proof proof = vector_proof();
  proof.value = text("sigBTC58DataInt.txt");
  const auto key = *from_multikey(key_field("publicKeyMultibase"));
  EXPECT_TRUE(holds(proof, text("canonDocDataInt.txt"), key));
  EXPECT_FALSE(holds(proof, text("canonDocDataInt.txt") + " ", key));
  proof.created = "2023-02-24T23:36:39Z";
  EXPECT_FALSE(holds(proof, text("canonDocDataInt.txt"), key));
}

INSTANTIATE_TEST_SUITE_P(Vectors, EddsaStages, ::testing::Values("", "employ/"));

}  // namespace
}  // namespace smm::badge
