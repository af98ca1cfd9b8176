// SPDX-License-Identifier: Apache-2.0
// Whose hand writes on which sheet.
#pragma once

#include <string>

#include "app/installation/actor.hpp"
#include "app/installation/open_sheet.hpp"

namespace smm::app {

struct Hand {
  const Actor& actor;
  const assessment::Standing& standing;
  const OpenSheet& sheet;
};

// An entry for the school's log: the round's code and `subject`.
inline AuditEntry told_by(const Hand& hand, std::string action, const std::string& subject,
                          std::string detail = {}) {
  const std::string what = subject.empty() ? hand.sheet.round.code : hand.sheet.round.code + " " + subject;
  return {hand.sheet.school.id.text(), hand.actor.name_in_log(), std::move(action), what, std::move(detail)};
}

}  // namespace smm::app
