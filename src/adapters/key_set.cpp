// SPDX-License-Identifier: Apache-2.0
#include "adapters/key_set.hpp"

#include <algorithm>

#include "adapters/json_field.hpp"
#include "app/problems.hpp"
#include "crypto/base64.hpp"
#include "exchange/json.hpp"

namespace smm::adapters {
namespace {

constexpr std::size_t most_keys = 100;

std::optional<crypto::JwtPublicKey> public_key_of(const base::Document& entry) {
  const auto number = [&](const char* name) -> std::optional<std::string> {
    auto bytes = crypto::from_base64url(text_or_empty(entry, name));
    return bytes && !bytes->empty() ? std::move(bytes) : std::nullopt;
  };
  const std::string type = text_or_empty(entry, "kty");
  if (type == "RSA") {
    auto modulus = number("n");
    auto exponent = number("e");
    if (modulus && exponent) return crypto::RsaPublicKey{std::move(*modulus), std::move(*exponent)};
  }
  if (type == "EC" && text_or_empty(entry, "crv") == "P-256") {
    auto x = number("x");
    auto y = number("y");
    if (x && y) return crypto::P256PublicKey{std::move(*x), std::move(*y)};
  }
  return std::nullopt;
}

bool is_for_signatures(const base::Document& entry) {
  if (entry.find("use") != nullptr && text_field(entry, "use") != "sig") return false;
  if (entry.find("key_ops") == nullptr) return true;
  const auto uses = texts_field(entry, "key_ops");
  return uses && std::ranges::find(*uses, "verify") != uses->end();
}

std::optional<ProviderKey> provider_key(const base::Document& entry) {
  auto key = public_key_of(entry);
  if (!key || !is_for_signatures(entry)) return std::nullopt;
  ProviderKey known{text_or_empty(entry, "kid"), std::nullopt, std::move(*key)};
  if (entry.find("alg") == nullptr) return known;
  known.algorithm = crypto::jwt_algorithm(text_or_empty(entry, "alg"));
  return known.algorithm ? std::optional(std::move(known)) : std::nullopt;
}

}  // namespace

base::Result<KeySet> read_key_set(std::string_view json) {
  const auto document = exchange::parse_json(json, "the provider's keys");
  const base::Document* entries = document ? document->find("keys") : nullptr;
  if (entries == nullptr || entries->list() == nullptr || entries->list()->size() > most_keys)
    return base::Problem(app::problem::identity_provider_unusable,
                         "the identity provider's keys are not a JSON Web Key Set");
  KeySet keys;
  for (const base::Document& entry : *entries->list())
    if (auto key = provider_key(entry)) keys.push_back(std::move(*key));
  return keys;
}

}  // namespace smm::adapters
