// SPDX-License-Identifier: Apache-2.0
// Use case: what happened to one question, latest first: each version of its answer, answers that were not
// kept when two people answered at once, evidence that came and went, and who affirmed the packet it stands
// in.
#pragma once

#include <vector>

#include "app/answering/evidence.hpp"

namespace smm::app {

enum class HistoryKind : std::uint8_t {
  answered,
  not_kept,
  evidence_added,
  evidence_removed,
  affirmed,
  attested
};

struct HistoryEntry {
  HistoryKind kind = HistoryKind::answered;
  std::optional<assessment::PersonId> by;  // nobody for a removal: the row does not say who
  base::Instant at;
  std::int64_t version = 0;       // answered; not_kept: the one that stands instead
  assessment::GivenAnswer given;  // answered, not_kept
  std::string source;             // answered: "page", "import"
  std::string what;               // evidence: its name or link; signatures: the digest's first 12 characters
};

// Problems: not_there, key_unavailable.
base::Result<std::vector<HistoryEntry>> item_history(Installation& installation, const Hand& hand,
                                                     std::size_t place);

}  // namespace smm::app
