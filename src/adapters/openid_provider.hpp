// SPDX-License-Identifier: Apache-2.0
// Signs people in at an OpenID Connect provider (Core 1.0): the code flow with state, nonce and PKCE (RFC
// 7636, S256), a client secret or none, tokens checked by adapters/id_token.hpp. When the token has no e-mail
// address, the provider's userinfo endpoint is asked for it.
//
// Not done: the implicit and hybrid flows, encrypted tokens, logging out at the provider, and issuers with a
// placeholder in their name (Microsoft's "common"; name the tenant's own).
//
// May be used from several threads at once. begin() and finish() ask the provider, and block for as long as
// the HTTP client's time-outs.
#pragma once

#include <string>

#include "adapters/provider_documents.hpp"
#include "app/clock.hpp"
#include "app/identity_provider.hpp"

namespace smm::adapters {

struct OpenIdSettings {
  std::string issuer;                   // "https://login.example.org", as the provider writes it
  std::string client_id;                // what the provider knows us as
  std::string client_secret_file = {};  // empty: a public client, by PKCE alone
  std::string return_url;               // where the browser comes back to; known to the provider
  std::string scopes = "openid email profile";
  std::string acr_values = {};  // how strongly people should sign in, in the provider's words
  std::int64_t skew_seconds = 120;
};

// All that is wrong with them (bad_sign_in_setting), so that it is said when the program starts.
base::Problems problems_of(const OpenIdSettings& settings);

class OpenIdProvider final : public app::IdentityProvider {
 public:
  // The settings have no problems; the two others outlive this. Throws EnvironmentError when the client
  // secret cannot be read. Asks nothing yet: a provider that is down must not keep the program from starting.
  OpenIdProvider(OpenIdSettings settings, HttpClient& http, const app::Clock& clock);

  base::Result<app::SignInStart> begin(const app::SignInWish& wish) override;
  base::Result<app::VerifiedClaims> finish(const app::SignInReturn& came_back,
                                           const app::PendingSignIn& pending) override;

 private:
  struct Tokens {
    std::string id_token;
    std::string access_token;
  };

  std::optional<base::Problem> fault_of_return(const app::SignInReturn& came_back,
                                               const app::PendingSignIn& pending,
                                               const ProviderDescription& about) const;
  HttpQuestion code_question(const std::string& code, const std::string& verifier,
                             const ProviderDescription& about) const;
  base::Result<Tokens> exchanged(const HttpQuestion& question);
  base::Result<app::VerifiedClaims> verified(const Tokens& tokens, const app::PendingSignIn& pending);
  base::Result<app::VerifiedClaims> with_address(app::VerifiedClaims claims, const std::string& access_token,
                                                 const ProviderDescription& about);

  OpenIdSettings settings_;
  HttpClient& http_;
  const app::Clock& clock_;
  ProviderDocuments documents_;
};

}  // namespace smm::adapters
