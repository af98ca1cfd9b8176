// SPDX-License-Identifier: Apache-2.0
#include "adapters/openid_provider.hpp"

#include <algorithm>

#include "adapters/id_token.hpp"
#include "adapters/json_field.hpp"
#include "adapters/problems.hpp"
#include "adapters/secret_file.hpp"
#include "app/problems.hpp"
#include "base/assert.hpp"
#include "crypto/base64.hpp"
#include "crypto/hash.hpp"
#include "crypto/token.hpp"
#include "exchange/json.hpp"

namespace smm::adapters {
namespace {

constexpr unsigned secret_bits = 256;  // of state, nonce and verifier: 43 characters, RFC 7636's least

base::Problem problem_of(const base::ProblemKind& kind, const std::string& sentence) {
  return base::Problem(kind, sentence);
}

// The code of an error that came over the network (RFC 6749, section 4.1.2.1), or a word for it: what comes
// back with a browser may have been written by anybody.
std::string error_word(const std::string& text) {
  const bool plain = !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
  return plain ? text : "an error without a name";
}

base::Problem refused_exchange(const HttpAnswer& answer) {
  const auto document = exchange::parse_json(answer.body, "the provider's answer");
  const std::string error = document ? text_or_empty(*document, "error") : "";
  if (answer.status >= 500 || answer.status == 429)
    return problem_of(app::problem::identity_provider_unreachable,
                      "the identity provider answers " + std::to_string(answer.status));
  if (error == "invalid_grant")
    return problem_of(app::problem::sign_in_declined,
                      "the identity provider does not know this sign-in, or not anymore; begin again");
  return problem_of(app::problem::identity_provider_unusable,
                    "the identity provider refuses this installation: " + error_word(error));
}

// About the same person as the token, or nothing: the token alone is signed.
std::optional<base::Document> userinfo_of(const HttpAnswer& answer, const std::string& subject) {
  auto document = exchange::parse_json(answer.body, "the provider's answer");
  if (answer.status != 200 || !document || text_field(*document, "sub") != subject) return std::nullopt;
  return std::move(*document);
}

bool has_scope(const std::string& scopes, const std::string& scope) {
  return (" " + scopes + " ").find(" " + scope + " ") != std::string::npos;
}

}  // namespace

base::Problems problems_of(const OpenIdSettings& settings) {
  base::Problems problems;
  const auto complain = [&](const char* sentence) {
    problems.emplace_back(problem::bad_sign_in_setting, sentence);
  };
  if (!is_safe_url(settings.issuer) || settings.issuer.find('?') != std::string::npos)
    complain("the issuer is to be a URL that begins with https://, or is on this machine");
  if (settings.client_id.empty()) complain("the client id is missing");
  if (!is_safe_url(settings.return_url))
    complain("the URL to return to is to begin with https://, or be on this machine");
  if (!has_scope(settings.scopes, "openid")) complain("the scopes are to hold openid");
  if (settings.skew_seconds < 0 || settings.skew_seconds > 600)
    complain("clocks may be off by 0 to 600 seconds");
  return problems;
}

OpenIdProvider::OpenIdProvider(OpenIdSettings settings, HttpClient& http, const app::Clock& clock)
    : settings_(std::move(settings)), http_(http), clock_(clock), documents_(settings_.issuer, http, clock) {
  SMM_ASSERT(problems_of(settings_).empty());
  if (!settings_.client_secret_file.empty()) read_secret_file(settings_.client_secret_file);
}

base::Result<app::SignInStart> OpenIdProvider::begin(const app::SignInWish& wish) {
  auto about = documents_.description();
  if (!about) return std::move(about).problems();
  app::PendingSignIn pending{.state = crypto::token_base64url(secret_bits),
                             .nonce = crypto::token_base64url(secret_bits),
                             .code_verifier = crypto::token_base64url(secret_bits)};
  if (wish.sign_in_anew) pending.signed_in_since = clock_.now();
  std::vector<std::pair<std::string, std::string>> query = {
      {"response_type", "code"},
      {"client_id", settings_.client_id},
      {"redirect_uri", settings_.return_url},
      {"scope", settings_.scopes},
      {"state", pending.state},
      {"nonce", pending.nonce},
      {"code_challenge", crypto::base64url(crypto::sha256_bytes(pending.code_verifier))},
      {"code_challenge_method", "S256"}};
  if (!wish.login_hint.empty()) query.emplace_back("login_hint", wish.login_hint);
  if (!settings_.acr_values.empty()) query.emplace_back("acr_values", settings_.acr_values);
  if (wish.sign_in_anew) query.insert(query.end(), {{"prompt", "login"}, {"max_age", "0"}});
  const std::string& endpoint = (*about)->authorization_endpoint;
  const char* joint = endpoint.find('?') == std::string::npos ? "?" : "&";
  return app::SignInStart{endpoint + joint + form_text(query), std::move(pending)};
}

std::optional<base::Problem> OpenIdProvider::fault_of_return(const app::SignInReturn& came_back,
                                                             const app::PendingSignIn& pending,
                                                             const ProviderDescription& about) const {
  const bool matches =
      !pending.state.empty() && crypto::equal_in_constant_time(came_back.state, pending.state);
  const bool from_there =
      came_back.issuer == about.issuer || (came_back.issuer.empty() && !about.names_itself_on_return);
  if (!matches || !from_there)
    return problem_of(app::problem::sign_in_not_matching,
                      "this return belongs to no sign-in that was begun here");
  if (!came_back.error.empty())
    return problem_of(app::problem::sign_in_declined,
                      "the identity provider did not sign you in: " + error_word(came_back.error));
  if (came_back.code.empty())
    return problem_of(app::problem::sign_in_not_matching, "the identity provider sent no code");
  return std::nullopt;
}

base::Result<app::VerifiedClaims> OpenIdProvider::finish(const app::SignInReturn& came_back,
                                                         const app::PendingSignIn& pending) {
  auto about = documents_.description();
  if (!about) return std::move(about).problems();
  if (auto fault = fault_of_return(came_back, pending, **about)) return std::move(*fault);
  auto tokens = exchanged(code_question(came_back.code, pending.code_verifier, **about));
  if (!tokens) return std::move(tokens).problems();
  auto claims = verified(*tokens, pending);
  if (!claims) return claims;
  return with_address(std::move(*claims), tokens->access_token, **about);
}

HttpQuestion OpenIdProvider::code_question(const std::string& code, const std::string& verifier,
                                           const ProviderDescription& about) const {
  HttpQuestion question{.url = about.token_endpoint,
                        .form = {{"grant_type", "authorization_code"},
                                 {"code", code},
                                 {"redirect_uri", settings_.return_url},
                                 {"code_verifier", verifier}}};
  const bool is_public = settings_.client_secret_file.empty();
  if (is_public || about.proof == ClientProof::post)
    question.form.emplace_back("client_id", settings_.client_id);
  if (is_public) return question;
  const std::string secret = read_secret_file(settings_.client_secret_file);
  if (about.proof == ClientProof::post) {
    question.form.emplace_back("client_secret", secret);
  } else {
    question.user = settings_.client_id;
    question.password = secret;
  }
  return question;
}

base::Result<OpenIdProvider::Tokens> OpenIdProvider::exchanged(const HttpQuestion& question) {
  auto answer = http_.ask(question);
  if (!answer) return std::move(answer).problems();
  if (answer->status != 200) return refused_exchange(*answer);
  const auto document = exchange::parse_json(answer->body, "the provider's answer");
  if (!document || !text_field(*document, "id_token"))
    return problem_of(app::problem::identity_provider_unusable, "the identity provider sends no ID token");
  return Tokens{text_or_empty(*document, "id_token"), text_or_empty(*document, "access_token")};
}

base::Result<app::VerifiedClaims> OpenIdProvider::verified(const Tokens& tokens,
                                                           const app::PendingSignIn& pending) {
  auto keys = documents_.keys();
  if (keys && names_other_key(tokens.id_token, **keys)) keys = documents_.newer_keys();
  if (!keys) return std::move(keys).problems();
  return verified_id_token(tokens.id_token, **keys,
                           {.issuer = settings_.issuer,
                            .client_id = settings_.client_id,
                            .nonce = pending.nonce,
                            .access_token = tokens.access_token,
                            .now = clock_.now(),
                            .skew_seconds = settings_.skew_seconds,
                            .signed_in_since = pending.signed_in_since});
}

// Only what the token leaves open is taken from the userinfo endpoint. When it does not answer, the person is
// signed in without an address.
base::Result<app::VerifiedClaims> OpenIdProvider::with_address(app::VerifiedClaims claims,
                                                               const std::string& access_token,
                                                               const ProviderDescription& about) {
  const bool header_safe = std::ranges::all_of(access_token, [](char c) { return c > ' ' && c <= '~'; });
  if (!claims.email.empty() || about.userinfo_endpoint.empty() || access_token.empty() || !header_safe)
    return claims;
  const auto answer = http_.ask({.url = about.userinfo_endpoint, .bearer = access_token});
  if (!answer) return claims;
  const auto info = userinfo_of(*answer, claims.subject);
  if (!info) return claims;
  claims.email = text_or_empty(*info, "email");
  claims.email_verified = !claims.email.empty() && flag_field(*info, "email_verified");
  if (claims.name.empty()) claims.name = text_or_empty(*info, "name");
  return claims;
}

}  // namespace smm::adapters
