// SPDX-License-Identifier: Apache-2.0
#include "adapters/id_token.hpp"

#include <algorithm>

#include "adapters/json_field.hpp"
#include "app/problems.hpp"
#include "crypto/base64.hpp"
#include "crypto/hash.hpp"
#include "crypto/token.hpp"
#include "exchange/json.hpp"

namespace smm::adapters {
namespace {

using base::Document;

constexpr std::size_t longest_token = 64 << 10;
constexpr std::size_t longest_subject = 255;  // the standard's limit

// A token taken apart, with nothing checked.
struct TokenParts {
  Document header;
  Document claims;
  std::string_view message;  // what is signed
  std::string signature;
};

std::optional<Document> json_object(std::string_view encoded) {
  const auto bytes = crypto::from_base64url(encoded);
  if (!bytes) return std::nullopt;
  auto document = exchange::parse_json(*bytes, "the ID token");
  if (!document || document->map() == nullptr) return std::nullopt;
  return std::move(*document);
}

std::optional<TokenParts> taken_apart(std::string_view token) {
  const auto first = token.find('.');
  const auto last = token.rfind('.');
  if (token.size() > longest_token || first == std::string_view::npos || first == last) return std::nullopt;
  auto header = json_object(token.substr(0, first));
  auto claims = json_object(token.substr(first + 1, last - first - 1));
  auto signature = crypto::from_base64url(token.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  return TokenParts{std::move(*header), std::move(*claims), token.substr(0, last), std::move(*signature)};
}

bool is_jwt_type(const Document& header) {
  if (header.find("typ") == nullptr) return true;
  const std::string type = text_or_empty(header, "typ");
  return type == "JWT" || type == "jwt";
}

bool is_signed(const TokenParts& token, const KeySet& keys) {
  const auto algorithm = crypto::jwt_algorithm(text_or_empty(token.header, "alg"));
  if (!algorithm) return false;
  const auto id = text_field(token.header, "kid");
  return std::ranges::any_of(keys, [&](const ProviderKey& key) {
    const bool meant = (!id || key.id == *id) && key.algorithm.value_or(*algorithm) == *algorithm;
    return meant && crypto::jwt_signature_is_valid(*algorithm, key.key, token.message, token.signature);
  });
}

const char* fault_of_header(const TokenParts& token, const KeySet& keys) {
  if (token.header.find("crit") != nullptr) return "it asks for extensions that are not known here";
  if (!is_jwt_type(token.header)) return "it is a token of another type";
  if (!crypto::jwt_algorithm(text_or_empty(token.header, "alg")))
    return "it is signed in a way that is not accepted here";
  if (!is_signed(token, keys)) return "none of the provider's keys has signed it";
  return nullptr;
}

const char* fault_of_parties(const Document& claims, const IdTokenWanted& wanted) {
  if (text_field(claims, "iss") != wanted.issuer) return "it is from another issuer";
  const auto audience = texts_field(claims, "aud");
  if (!audience || std::ranges::find(*audience, wanted.client_id) == audience->end())
    return "it is meant for somebody else";
  const bool names_party = claims.find("azp") != nullptr;
  if (names_party ? text_field(claims, "azp") != wanted.client_id : audience->size() > 1)
    return "it was given to somebody else";
  const std::string subject = text_or_empty(claims, "sub");
  if (subject.empty() || subject.size() > longest_subject) return "it is about nobody";
  return nullptr;
}

const char* fault_of_times(const Document& claims, const IdTokenWanted& wanted) {
  const std::int64_t now = wanted.now.seconds();
  const auto expires = date_field(claims, "exp");
  if (!expires || now >= *expires + wanted.skew_seconds) return "it has expired";
  const auto issued = date_field(claims, "iat");
  if (!issued || *issued > now + wanted.skew_seconds) return "it is from the future";
  const bool has_begin = claims.find("nbf") != nullptr;
  const auto begins = date_field(claims, "nbf");
  if (has_begin && (!begins || *begins > now + wanted.skew_seconds)) return "it does not hold yet";
  if (!wanted.signed_in_since) return nullptr;
  const auto proved = date_field(claims, "auth_time");
  if (!proved || *proved + wanted.skew_seconds < wanted.signed_in_since->seconds())
    return "the person has not signed in anew";
  return nullptr;
}

const char* fault_of_binding(const Document& claims, const IdTokenWanted& wanted) {
  if (wanted.nonce.empty() || !crypto::equal_in_constant_time(text_or_empty(claims, "nonce"), wanted.nonce))
    return "it belongs to another sign-in";
  if (claims.find("at_hash") == nullptr) return nullptr;
  // The left half of the hash that the algorithm uses, which is SHA-256 for all three.
  const std::string half = crypto::sha256_bytes(wanted.access_token).substr(0, 16);
  if (text_field(claims, "at_hash") != crypto::base64url(half)) return "it belongs to another access token";
  return nullptr;
}

app::VerifiedClaims read_claims(const Document& claims) {
  app::VerifiedClaims read;
  read.issuer = text_or_empty(claims, "iss");
  read.subject = text_or_empty(claims, "sub");
  read.email = text_or_empty(claims, "email");
  read.email_verified = !read.email.empty() && flag_field(claims, "email_verified");
  read.name = text_or_empty(claims, "name");
  read.acr = text_or_empty(claims, "acr");
  read.amr = texts_field(claims, "amr").value_or(std::vector<std::string>{});
  if (const auto proved = date_field(claims, "auth_time"))
    read.authenticated = base::Instant{*proved * base::one_second};
  return read;
}

base::Problem refused_token(const char* why) {
  return base::Problem(app::problem::id_token_refused,
                       std::string("what the identity provider sent is not accepted: ") + why);
}

}  // namespace

base::Result<app::VerifiedClaims> verified_id_token(std::string_view token, const KeySet& keys,
                                                    const IdTokenWanted& wanted) {
  const auto parts = taken_apart(token);
  if (!parts) return refused_token("it is no token");
  if (const char* fault = fault_of_header(*parts, keys)) return refused_token(fault);
  for (const auto check : {fault_of_parties, fault_of_times, fault_of_binding})
    if (const char* fault = check(parts->claims, wanted)) return refused_token(fault);
  return read_claims(parts->claims);
}

bool names_other_key(std::string_view token, const KeySet& keys) {
  const auto parts = taken_apart(token);
  if (!parts) return false;
  const auto id = text_field(parts->header, "kid");
  return id && std::ranges::find(keys, *id, &ProviderKey::id) == keys.end();
}

}  // namespace smm::adapters
