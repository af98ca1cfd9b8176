// SPDX-License-Identifier: Apache-2.0
#include "wiring/sign_in_provider.hpp"

#include "adapters/problems.hpp"

namespace smm::wiring {
namespace {

adapters::HttpLimits limits_of(const app::SignInSettings& settings) {
  adapters::HttpLimits limits;
  limits.ca_file = settings.oidc_ca_file;
  return limits;
}

}  // namespace

SignInProvider::SignInProvider(const app::SignInSettings& settings, adapters::OpenIdSettings openid,
                               const app::Clock& clock)
    : http_(limits_of(settings)), provider_(std::move(openid), http_, clock) {}

base::Result<std::unique_ptr<SignInProvider>> SignInProvider::of(const app::ServiceSettings& settings,
                                                                 const app::Clock& clock) {
  const app::SignInSettings& sign_in = settings.sign_in;
  if (sign_in.oidc_issuer.empty()) return std::unique_ptr<SignInProvider>();
  if (settings.public_url.empty())
    return base::Problem(adapters::problem::bad_sign_in_setting,
                         "Signing in at " + sign_in.oidc_issuer +
                             " needs public_url, where the provider sends people back to");
  adapters::OpenIdSettings openid{sign_in.oidc_issuer, sign_in.oidc_client_id, sign_in.oidc_secret_file,
                                  settings.public_url + "/sign-in/provider/return"};
  const base::Problems problems = adapters::problems_of(openid);
  if (!problems.empty()) return problems;
  return std::unique_ptr<SignInProvider>(new SignInProvider(sign_in, std::move(openid), clock));
}

}  // namespace smm::wiring
