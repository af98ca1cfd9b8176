// SPDX-License-Identifier: Apache-2.0
// The identity provider that the settings name, if they name one.
#pragma once

#include <memory>

#include "adapters/openid_provider.hpp"
#include "app/installation/service_settings.hpp"

namespace smm::wiring {

class SignInProvider {
 public:
  // Nothing when no provider is named. Problems: bad_sign_in_setting, also when public_url is missing: people
  // are to be sent back to it.
  static base::Result<std::unique_ptr<SignInProvider>> of(const app::ServiceSettings& settings,
                                                          const app::Clock& clock);

  app::IdentityProvider& provider() { return provider_; }

 private:
  SignInProvider(const app::SignInSettings& settings, adapters::OpenIdSettings openid,
                 const app::Clock& clock);

  adapters::CurlHttpClient http_;
  adapters::OpenIdProvider provider_;
};

}  // namespace smm::wiring
