// SPDX-License-Identifier: Apache-2.0
// The last steps of every way to sign in: whoever has set up one-time codes is asked for one before there is
// a session at all; everybody else has a session.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/installation/change.hpp"
#include "app/pages.hpp"
#include "app/people/start_session.hpp"
#include "app/people/throttle.hpp"

namespace smm::app {

struct SignedIn {
  StartedSession session;
  std::string target;         // where the person was going
  std::string known_browser;  // for this browser to keep; known_browser.hpp
};

// The first step is done. `ticket` goes with the browser to the page that asks for the code, for ten minutes.
struct CodeNeeded {
  std::string ticket;
};

// Something did not fit, and was counted and logged.
struct NotFitting {};

using Entered = std::variant<SignedIn, CodeNeeded>;

// Who signs in, and whereto.
struct Entry {
  Proof proof;
  std::string target;  // a path of ours; empty: the front page
  Browser browser;
};

// Within a write. Problem: person_deactivated, key_unavailable.
base::Result<Change<Entered>> enter(const Installation& installation, Records& records, const Person& person,
                                    const Entry& entry, base::Instant now);

// The second step, with a code of the app or a recovery code. Problems: sign_in_run_out, person_deactivated.
using CodeStep = std::variant<SignedIn, NotFitting, Throttled>;
base::Result<CodeStep> enter_with_code(const Installation& installation, const Pages& pages,
                                       const std::string& ticket, const std::string& code,
                                       const Browser& browser);

}  // namespace smm::app
