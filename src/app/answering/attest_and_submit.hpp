// SPDX-License-Identifier: Apache-2.0
// Use case: the dean attests the whole sheet and submits it. Every packet was affirmed, and each affirmation
// still stands for the answers as they are; in solo mode the same step affirms what is not affirmed yet. The
// scores of every level are worked out and kept sealed with the signature. Afterwards the sheet is locked.
#pragma once

#include "app/answering/hand.hpp"
#include "app/answering/signing.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"

namespace smm::app {

// Problems: round_not_open, not_accepted, sheet_locked, packets_not_affirmed, affirmation_out_of_date,
// name_differs, answers_changed, key_unavailable.
base::Result<assessment::Participation> attest_and_submit(Installation& installation, const Pages& pages,
                                                          const Hand& hand, const SigningForm& form);

// Within a read or a write: what keeps this sheet from being attested, also in solo mode before its one step.
base::Problems refusals_to_attest_now(Records& records, const Seals& seals, const OpenSheet& sheet,
                                      std::span<const assessment::SheetAnswer> answers);

}  // namespace smm::app
