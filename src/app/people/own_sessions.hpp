// SPDX-License-Identifier: Apache-2.0
// A person's sessions: where they are signed in, and ending them.
#pragma once

#include <vector>

#include "app/installation/actor.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

// Live ones, used last first.
base::Result<std::vector<Session>> own_sessions(const Installation& installation, const Actor& actor);

// Problem: not_there, also for a session of somebody else.
base::Result<bool> end_own_session(const Installation& installation, const Actor& actor,
                                   std::string_view session_id);

// All but this one.
base::Result<bool> end_other_sessions(const Installation& installation, const Actor& actor);

base::Result<bool> sign_out(const Installation& installation, const Actor& actor);
// Every session, this one included.
base::Result<bool> sign_out_everywhere(const Installation& installation, const Actor& actor);

base::Result<bool> change_name(const Installation& installation, const Actor& actor, std::string_view name);

}  // namespace smm::app
