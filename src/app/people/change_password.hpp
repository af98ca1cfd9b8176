// SPDX-License-Identifier: Apache-2.0
// A person's own password: set or changed after they have proven anew who they are, which a mailed link does
// for who has forgotten it. All other sessions and open links end, and the person is told by mail.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"
#include "app/people/start_session.hpp"

namespace smm::app {

// Problems: those of assessment/password_rules.hpp.
base::Result<StartedSession> change_password(const Installation& installation, const Pages& pages,
                                             const Actor& actor, const std::string& password);

// No password any more: links alone.
base::Result<StartedSession> remove_password(const Installation& installation, const Pages& pages,
                                             const Actor& actor);

}  // namespace smm::app
