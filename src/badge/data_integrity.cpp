// SPDX-License-Identifier: Apache-2.0
#include "badge/data_integrity.hpp"

#include "badge/multibase.hpp"
#include "badge/quads.hpp"
#include "badge/vocabulary.hpp"
#include "crypto/hash.hpp"
#include "crypto/sign.hpp"

namespace smm::badge {

std::string canonical(const Proof& proof) {
  return Quads()
      .link(Quads::blank, iri::type, iri::data_integrity_proof)
      .typed(Quads::blank, iri::created, proof.created, iri::date_time)
      .typed(Quads::blank, iri::cryptosuite, "eddsa-rdfc-2022", iri::cryptosuite_string)
      .link(Quads::blank, iri::proof_purpose, iri::assertion_method)
      .link(Quads::blank, iri::verification_method, proof.verification_method)
      .canonical();
}

std::string hash_to_sign(std::string_view canonical_proof, std::string_view canonical_document) {
  return crypto::sha256_bytes(canonical_proof) + crypto::sha256_bytes(canonical_document);
}

Proof signed_proof(Proof proof, std::string_view canonical_document, const crypto::SigningKey& key) {
  const std::string signature = crypto::sign(key, hash_to_sign(canonical(proof), canonical_document));
  proof.value = multibase_base58(signature);
  return proof;
}

bool holds(const Proof& proof, std::string_view canonical_document, std::string_view public_key) {
  const auto signature = from_multibase_base58(proof.value);
  if (!signature) return false;
  return crypto::signature_is_valid(public_key, hash_to_sign(canonical(proof), canonical_document),
                                    *signature);
}

}  // namespace smm::badge
