// SPDX-License-Identifier: Apache-2.0
// Proving anew who one is, before a dangerous act: with the password, or with a code of the app. Who has
// neither signs in anew by a mailed link or the identity provider, which counts as well.
#pragma once

#include <variant>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/people/enter.hpp"

namespace smm::app {

// One of them is empty.
struct IdentityProof {
  std::string password = {};
  std::string code = {};
};

struct Confirmed {
  StartedSession session;  // instead of the one before: it weighs more
};

using Confirmation = std::variant<Confirmed, NotFitting, Throttled>;

base::Result<Confirmation> confirm_identity(const Installation& installation, const Pages& pages,
                                            const Actor& actor, const IdentityProof& evidence);

}  // namespace smm::app
