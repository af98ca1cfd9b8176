// SPDX-License-Identifier: Apache-2.0
// Use case: invite schools to a round. Each gets a part in it; its dean (or, where the program answers in
// solo mode, its director) becomes a person with the dean's role and gets a mail with a personal link.
#pragma once

#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"

namespace smm::app {

// A school with whom the invitation goes to.
struct PlannedSchool {
  std::string code;
  std::string name;
  Mailbox to;  // an empty address: the roster has none
};

// What inviting would do. Each list is by code.
struct InvitePlan {
  assessment::Round round;
  std::vector<PlannedSchool> invite;
  std::vector<PlannedSchool> without_address;
  std::vector<PlannedSchool> known;      // have a part in the round already
  std::vector<PlannedSchool> not_asked;  // a program of theirs is none of the round's edition
};

struct InviteOutcome {
  std::size_t invited = 0;
  std::size_t known = 0;                     // had a part in the round already
  std::vector<std::string> without_address;  // codes
};

// All schools of the roster whose programs the round's edition has, or those named by code. Problems:
// round_not_found, not_there for a code that the roster does not have, round_not_open for a closed one.
base::Result<InviteOutcome> invite_schools(Installation& installation, const Pages& pages,
                                           const std::string& round, const std::vector<std::string>& codes,
                                           const std::string& actor);

// The same without doing it.
base::Result<InvitePlan> plan_invitations(Installation& installation, const std::string& round,
                                          const std::vector<std::string>& codes);

// The mail that a school would get, to be looked at: its link leads nowhere.
base::Result<Mail> preview_invitation(Installation& installation, const Pages& pages,
                                      const std::string& round, const std::string& school);

// The same mail again, with a new link: to a school that has not accepted.
base::Result<MailId> remind_school(Installation& installation, const Pages& pages, const SheetKey& sheet,
                                   const std::string& actor);

}  // namespace smm::app
