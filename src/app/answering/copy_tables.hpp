// SPDX-License-Identifier: Apache-2.0
// The tables of a school's copy (school_copy.hpp), filled from its sheet.
#pragma once

#include "app/answering/school_copy.hpp"

namespace smm::app {

// Of what this standing may read: without read_scores there are none. Problem: key_unavailable.
base::Result<SchoolCopy> school_copy(Installation& installation, const Hand& hand, const Seals& seals,
                                     base::Instant now);

// "2026-10-31T23:59:59Z"
std::string utc_stamp(base::Instant when);

}  // namespace smm::app
