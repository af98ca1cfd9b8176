// SPDX-License-Identifier: Apache-2.0
// Use cases of a packet's way: its author or the coordinator says that it is complete, its affirmer answers
// for it by name or gives it back, dean or coordinator take it into work again. What each right allows is
// asked before (assessment/rights.hpp); here, under the lock that all of a school's writers take, whether
// round, sheet and packet allow it now.
//
// Problems of all four: not_there, round_not_open, not_accepted, sheet_locked, packet_state_not_possible,
// key_unavailable.
#pragma once

#include "app/answering/hand.hpp"
#include "app/answering/signing.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"

namespace smm::app {

// Whoever writes every question of the packet; questions may be open. Its affirmer is told by mail.
// Problems: no_affirmer, not_yours for an author of a part only.
base::Result<assessment::Packet> complete_packet(Installation& installation, const Pages& pages,
                                                 const Hand& hand, const std::string& office);

// Problems: not_the_affirmer, name_differs, answers_changed.
base::Result<assessment::Packet> affirm_packet(Installation& installation, const Pages& pages,
                                               const Hand& hand, const std::string& office,
                                               const SigningForm& form);

// The comment is kept sealed as a working note on the packet; its authors and the coordinators are told by
// mail that it is there, not what it says. Problems: not_the_affirmer, words_missing, words_too_long.
base::Result<assessment::Packet> return_packet(Installation& installation, const Pages& pages,
                                               const Hand& hand, const std::string& office,
                                               const std::string& comment);

base::Result<assessment::Packet> reopen_packet(Installation& installation, const Hand& hand,
                                               const std::string& office);

}  // namespace smm::app
