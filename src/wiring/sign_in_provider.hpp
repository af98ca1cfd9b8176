// SPDX-License-Identifier: Apache-2.0
// Sign-in by others' word, as the settings have it: the identity provider that they name, if they name one,
// and what is wrong with these settings and with those of a header that a proxy sets.
#pragma once

#include <memory>
#include <string_view>

#include "adapters/openid_provider.hpp"
#include "app/installation/service_settings.hpp"

namespace smm::wiring {

// Behind public_url; what the provider is to know as redirect URI.
inline constexpr std::string_view provider_return_path = "/sign-in/provider/return";

// All that is wrong with them, half-set ones included (bad_sign_in_setting).
base::Problems sign_in_problems(const app::ServiceSettings& settings);

class SignInProvider {
 public:
  // Nothing when no provider is named. The settings have no problems. Throws EnvironmentError when the client
  // secret cannot be read.
  static std::unique_ptr<SignInProvider> of(const app::ServiceSettings& settings, const app::Clock& clock);

  app::IdentityProvider& provider() { return provider_; }

 private:
  SignInProvider(const app::SignInSettings& settings, adapters::OpenIdSettings openid,
                 const app::Clock& clock);

  adapters::CurlHttpClient http_;
  adapters::OpenIdProvider provider_;
};

}  // namespace smm::wiring
