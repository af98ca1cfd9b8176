// SPDX-License-Identifier: Apache-2.0
// An invented person at work on a school's sheet, through the same use cases as a person at a browser. What a
// session would stand for is made up: nobody signs in.
#pragma once

#include <span>
#include <string>

#include "app/answering/hand.hpp"
#include "app/demo/invented_answers.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct HandAtSchool {
  Actor actor;
  OpenSheet sheet;
  assessment::Standing standing;

  Hand hand() const { return {actor, standing, sheet}; }
};

// As everything stands now: who they are changes when the school accepts. Problems: not_there.
base::Result<HandAtSchool> hand_at_school(Installation& installation, const std::string& round,
                                          const std::string& school, const std::string& email);

// Saves all of them, with all in flight at once. Nothing may stand at their places yet.
base::Result<bool> give_answers(Installation& installation, const HandAtSchool& at,
                                std::span<const InventedAnswer> answers);

// Attests what stands, by the name of the account.
base::Result<bool> attest_what_stands(Installation& installation, const Pages& pages, const HandAtSchool& at);

// Affirms a packet that is complete, likewise.
base::Result<bool> affirm_what_stands(Installation& installation, const Pages& pages, const HandAtSchool& at,
                                      const std::string& office);

}  // namespace smm::app
