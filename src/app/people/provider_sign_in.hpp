// SPDX-License-Identifier: Apache-2.0
// Signing in by somebody else's word: an identity provider (OpenID Connect), or a proxy in front that has
// signed the person in (SAML, Kerberos). Neither makes anybody: a person was invited here before. What the
// provider says of a second factor counts only when the installation's settings say so.
#pragma once

#include <string>
#include <vector>

#include "app/identity_provider.hpp"
#include "app/people/enter.hpp"

namespace smm::app {

// Words of the provider that mean a second factor was used; without any, codes are asked for here.
struct ProviderTrust {
  std::vector<std::string> amr = {};
  std::vector<std::string> acr = {};
};

struct ProviderStart {
  std::string url;     // where the browser goes
  std::string ticket;  // what it brings back, in a cookie, within ten minutes
};

// `anew`: the person has to prove who they are even if the provider knows them. Problems: those of begin().
base::Result<ProviderStart> begin_provider_sign_in(const Installation& installation,
                                                   IdentityProvider& provider, const std::string& target,
                                                   bool anew);

// Who came back: by an earlier sign-in at this provider, or by a verified address of somebody who has an
// account here, which is remembered. Problems: sign_in_run_out, provider_person_unknown, person_deactivated,
// those of finish().
base::Result<Entered> finish_provider_sign_in(const Installation& installation, IdentityProvider& provider,
                                              const ProviderTrust& trust, const SignInReturn& came_back,
                                              const std::string& ticket, const Browser& browser);

// By the header of a trusted proxy. Problems: provider_person_unknown, person_deactivated.
base::Result<Entered> enter_by_proxy(const Installation& installation, const std::string& email,
                                     bool second_factor, const std::string& target, const Browser& browser);

}  // namespace smm::app
