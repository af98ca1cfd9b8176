// SPDX-License-Identifier: Apache-2.0
// An ID token and a key set from anywhere. The input has four lines: header, claims, signature, key set; a
// token is made of them in three ways: as they are, encoded, and encoded with a signature of the provider's.
// Nobody else can sign, so what is accepted was signed by the provider, for us, and is about somebody.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "adapters/id_token.hpp"
#include "crypto/base64.hpp"
#include "jwt_signer.hpp"

namespace {

using smm::adapters::IdTokenWanted;
using smm::adapters::KeySet;
using smm::crypto::base64url;

void expect(bool holds) {
  if (!holds) std::abort();
}

std::array<std::string, 4> lines_of(std::string text) {
  std::array<std::string, 4> lines;
  for (std::string& line : lines) {
    const auto end = text.find('\n');
    line = text.substr(0, end);
    text = end == std::string::npos ? "" : text.substr(end + 1);
  }
  return lines;
}

const smm::test::JwtSigner& provider() {
  static const smm::test::JwtSigner signer(smm::crypto::JwtAlgorithm::es256);
  return signer;
}

bool is_accepted(const std::string& token, const KeySet& keys) {
  const IdTokenWanted wanted{
      .issuer = "https://i", .client_id = "c", .nonce = "n", .now = {1'000'000'000 * smm::base::one_second}};
  smm::adapters::names_other_key(token, keys);
  const auto claims = smm::adapters::verified_id_token(token, keys, wanted);
  if (claims) expect(claims->issuer == "https://i" && !claims->subject.empty());
  return claims.ok();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [header, claims, signature, keys] = lines_of({reinterpret_cast<const char*>(data), size});
  const KeySet providers = {{"k", std::nullopt, provider().public_key()}};
  const auto theirs = smm::adapters::read_key_set(keys);
  for (const std::string& token :
       {header + "." + claims + "." + signature,
        base64url(header) + "." + base64url(claims) + "." + base64url(signature)}) {
    expect(!is_accepted(token, providers));
    if (theirs) is_accepted(token, *theirs);
  }
  const bool accepted = is_accepted(provider().token(header, claims), providers);
  expect(!accepted || (header.find("ES256") != std::string::npos || header.find('\\') != std::string::npos));
  return 0;
}
