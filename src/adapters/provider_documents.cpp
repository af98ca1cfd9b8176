// SPDX-License-Identifier: Apache-2.0
#include "adapters/provider_documents.hpp"

#include <algorithm>

#include "adapters/json_field.hpp"
#include "app/problems.hpp"
#include "exchange/json.hpp"

namespace smm::adapters {
namespace {

constexpr std::int64_t longest_kept = base::one_hour;
constexpr std::int64_t pause_between_keys = base::one_minute;

base::Problem unusable(const std::string& why) {
  return base::Problem(app::problem::identity_provider_unusable, "the identity provider " + why);
}

// What a field that lists abilities holds; without the field, nothing is said against any.
bool may_do(const base::Document& document, std::string_view field, std::string_view ability) {
  if (document.find(field) == nullptr) return true;
  const auto abilities = texts_field(document, field);
  return abilities && std::ranges::find(*abilities, ability) != abilities->end();
}

// Without the field it is client_secret_basic (OpenID Connect Discovery 1.0, section 3).
ClientProof proof_of(const base::Document& document) {
  constexpr std::string_view field = "token_endpoint_auth_methods_supported";
  const bool post_only = document.find(field) != nullptr && !may_do(document, field, "client_secret_basic") &&
                         may_do(document, field, "client_secret_post");
  return post_only ? ClientProof::post : ClientProof::basic;
}

}  // namespace

base::Result<ProviderDescription> read_provider_description(std::string_view json,
                                                            const std::string& issuer) {
  const auto document = exchange::parse_json(json, "the provider's description");
  if (!document || document->map() == nullptr) return unusable("has no discovery document");
  if (text_field(*document, "issuer") != issuer)
    return unusable("calls itself otherwise than the setting does: \"" + text_or_empty(*document, "issuer") +
                    "\"");
  ProviderDescription description{
      .issuer = issuer,
      .authorization_endpoint = text_or_empty(*document, "authorization_endpoint"),
      .token_endpoint = text_or_empty(*document, "token_endpoint"),
      .userinfo_endpoint = text_or_empty(*document, "userinfo_endpoint"),
      .jwks_uri = text_or_empty(*document, "jwks_uri"),
      .proof = proof_of(*document),
      .names_itself_on_return = flag_field(*document, "authorization_response_iss_parameter_supported")};
  for (const std::string* needed :
       {&description.authorization_endpoint, &description.token_endpoint, &description.jwks_uri})
    if (!is_safe_url(*needed)) return unusable("names an endpoint that is missing or not https");
  if (!description.userinfo_endpoint.empty() && !is_safe_url(description.userinfo_endpoint))
    return unusable("names an endpoint that is not https");
  if (!may_do(*document, "response_types_supported", "code") ||
      !may_do(*document, "code_challenge_methods_supported", "S256"))
    return unusable("does not do the code flow with PKCE (S256)");
  return description;
}

// Null when there is none, or it is too old. A clock that was set back makes a copy old.
template <class T>
std::shared_ptr<const T> ProviderDocuments::kept(const Kept<T>& copy, std::int64_t longest) {
  const base::Instant now = clock_.now();
  const std::lock_guard lock(mutex_);
  const bool fresh = copy.value && now >= copy.read && now - copy.read < longest;
  return fresh ? copy.value : nullptr;
}

template <class T>
std::shared_ptr<const T> ProviderDocuments::keep(Kept<T>& copy, T value) {
  const Kept<T> fresh{std::make_shared<const T>(std::move(value)), clock_.now()};
  const std::lock_guard lock(mutex_);
  copy = fresh;
  return fresh.value;
}

base::Result<std::string> ProviderDocuments::body_of(const std::string& url) {
  auto answer = http_.ask({.url = url});
  if (!answer) return std::move(answer).problems();
  if (answer->status >= 500)
    return base::Problem(app::problem::identity_provider_unreachable,
                         url + " answers " + std::to_string(answer->status));
  if (answer->status != 200) return unusable("answers " + std::to_string(answer->status) + " at " + url);
  return std::move(answer->body);
}

base::Result<std::shared_ptr<const ProviderDescription>> ProviderDocuments::description() {
  if (auto copy = kept(description_, longest_kept)) return copy;
  const std::string slash = issuer_.ends_with('/') ? "" : "/";
  auto body = body_of(issuer_ + slash + ".well-known/openid-configuration");
  if (!body) return std::move(body).problems();
  auto read = read_provider_description(*body, issuer_);
  if (!read) return std::move(read).problems();
  return keep(description_, std::move(*read));
}

base::Result<std::shared_ptr<const KeySet>> ProviderDocuments::keys() {
  if (auto copy = kept(keys_, longest_kept)) return copy;
  return read_keys();
}

base::Result<std::shared_ptr<const KeySet>> ProviderDocuments::newer_keys() {
  if (auto copy = kept(keys_, pause_between_keys)) return copy;
  return read_keys();
}

base::Result<std::shared_ptr<const KeySet>> ProviderDocuments::read_keys() {
  auto about = description();
  if (!about) return std::move(about).problems();
  auto body = body_of((*about)->jwks_uri);
  if (!body) return std::move(body).problems();
  auto read = read_key_set(*body);
  if (!read) return std::move(read).problems();
  return keep(keys_, std::move(*read));
}

}  // namespace smm::adapters
