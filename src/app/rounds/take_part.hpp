// SPDX-License-Identifier: Apache-2.0
// Use cases of a school's part in a round: accept, decline, give back for another attestation.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/mailer.hpp"
#include "app/pages.hpp"
#include "app/rounds/agreement.hpp"

namespace smm::app {

struct AcceptRequest {
  bool solo = false;
  Mailbox coordinator;                  // named unless solo; may be the dean
  std::vector<std::string> priorities;  // ids of areas, up to three
  AgreedTo agreed = {};
};

// Problems: those of assessment::accepted and read_agreement, no_such_target for an area that is none,
// email_not_valid.
base::Result<assessment::Participation> accept_invitation(Installation& installation, const Pages& pages,
                                                          const Actor& actor, const OpenSheet& sheet,
                                                          const AcceptRequest& request);

// The reason may be empty; it is kept sealed as a working note of the school's.
base::Result<assessment::Participation> decline_invitation(Installation& installation, const Actor& actor,
                                                           const OpenSheet& sheet, const std::string& reason);

// The school leaves the round, before it is frozen: its answers enter nothing, a badge it was given is taken
// back, and it is named nowhere. The school itself still reads what it wrote. The reason may be empty; it is
// kept as that of declining is. Problems: participation_state_not_possible, round_not_open for a frozen
// round.
base::Result<assessment::Participation> withdraw_school(Installation& installation, const Actor& actor,
                                                        const OpenSheet& sheet, const std::string& reason);

// By the office: a submitted sheet goes back to the school, which has to attest anew. The reason is shown to
// the school. Problems: reason_needed, participation_state_not_possible.
base::Result<assessment::Participation> reopen_sheet(Installation& installation, const Pages& pages,
                                                     const Actor& actor, const SheetKey& sheet,
                                                     const std::string& reason);

// What becomes of working notes, and whether authors see all: the coordinator's choices.
base::Result<assessment::Participation> set_choices(Installation& installation, const Actor& actor,
                                                    const OpenSheet& sheet, assessment::NotesFate notes,
                                                    bool authors_see_all);

}  // namespace smm::app
