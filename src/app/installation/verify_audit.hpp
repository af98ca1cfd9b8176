// SPDX-License-Identifier: Apache-2.0
// Does the audit log still say what was written into it? Walks every chain, computes each link anew from the
// entry's fields, and holds the last against the chain's head.
//
// Found: an entry that was altered, dropped, added or moved, and an end that was cut off, since the head
// tells how long the chain is. Not found: somebody who may write into the database and computes every later
// link and the head anew, or removes a chain whole. Against that heads are written down elsewhere: `noted`
// are such heads of an earlier day, and the chains have to run through them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/installation/audit_log.hpp"

namespace smm::app {

enum class AuditBreak : std::uint8_t {
  link_differs,   // the entry's fields are not those that were chained
  entry_missing,  // the number that should come next is not there
  end_missing,    // the head knows of more entries than there are
  head_differs,   // the head is not the last entry's, or there is none
  note_differs,   // an entry is not the one that was noted
};

std::string_view to_string(AuditBreak kind);

// Where a chain breaks first; nothing behind it can be trusted.
struct BrokenChain {
  std::string chain;
  std::int64_t number = 0;
  AuditBreak kind = AuditBreak::link_differs;

  friend bool operator==(const BrokenChain&, const BrokenChain&) = default;
};

struct AuditVerdict {
  std::vector<BrokenChain> broken;  // by chain
  std::vector<ChainHead> heads;     // of the chains that hold, by chain: to be noted
  std::int64_t entries = 0;         // that hold
};

// Reads a thousand entries at a time.
AuditVerdict verify_audit(AuditLog& log, const std::vector<ChainHead>& noted = {});

}  // namespace smm::app
