// SPDX-License-Identifier: Apache-2.0
// Port: signing in at somebody else's identity provider (OpenID Connect Core 1.0, code flow with PKCE).
//
//   begin()  -> send the browser to `url`; keep `pending` where only this browser's return finds it, once
//   finish() -> what the provider vouches for, checked: signature, issuer, audience, times, nonce
//
// What to do with the claims is the caller's: `subject` at `issuer` is who signed in, for good. An e-mail
// address may change hands, and counts only when `email_verified`. No claim is a role.
//
// Problems: identity_provider_unreachable (try later), identity_provider_unusable (settings, or the provider
// answers what the standard does not allow), sign_in_declined (the provider or the person said no),
// sign_in_not_matching (this return belongs to no sign-in that was begun here), id_token_refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace smm::app {

struct SignInWish {
  std::string login_hint = {};  // an address that the provider may fill in; the provider gets to know it
  bool sign_in_anew = false;    // re-authentication: the provider has to ask the person again
};

// Secret from everybody but the browser that began.
struct PendingSignIn {
  std::string state;
  std::string nonce;
  std::string code_verifier;
  std::optional<base::Instant> signed_in_since = std::nullopt;  // set when the person had to sign in anew
};

struct SignInStart {
  std::string url;
  PendingSignIn pending;
};

// The query parameters with which the browser comes back, as they are; absent ones are empty.
struct SignInReturn {
  std::string code = {};
  std::string state = {};
  std::string issuer = {};  // "iss", RFC 9207
  std::string error = {};
  std::string error_description = {};
};

struct VerifiedClaims {
  std::string issuer;
  std::string subject;
  std::string email;             // empty when the provider gives none
  bool email_verified = false;   // false also when the provider does not say
  std::string name;              // may be empty
  std::string acr;               // how strongly the person signed in, in the provider's words; may be empty
  std::vector<std::string> amr;  // by which means: "pwd", "otp", "hwk", ... (RFC 8176)
  std::optional<base::Instant> authenticated;  // when the person last proved who they are
};

class IdentityProvider {
 public:
  virtual ~IdentityProvider() = default;
  virtual base::Result<SignInStart> begin(const SignInWish& wish) = 0;
  virtual base::Result<VerifiedClaims> finish(const SignInReturn& came_back,
                                              const PendingSignIn& pending) = 0;
};

}  // namespace smm::app
