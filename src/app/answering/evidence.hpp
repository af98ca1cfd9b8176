// SPDX-License-Identifier: Apache-2.0
// Use cases: evidence that supports an answer: a link, or a file of up to 20 MB of a kind that is taken
// (assessment/evidence_kind.hpp, by its content). Files are kept sealed, in chunks of 256 KiB, and given back
// as downloads only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"
#include "base/byte_source.hpp"

namespace smm::app {

inline constexpr std::size_t evidence_chunk_bytes = 256 * 1024;
inline constexpr std::size_t most_evidence_at_question = 20;
inline constexpr std::size_t most_link_bytes = 2000;

struct Evidence {
  assessment::EvidenceId id;
  std::size_t place = 0;  // position in SheetPlan::answers
  bool file = false;
  std::string name;        // of a file, with the ending of its kind; of a link, the link
  std::string media_type;  // of a file
  std::int64_t bytes = 0;
  assessment::PersonId by;
  base::Instant at;
  std::optional<base::Instant> removed;
};

// Of places that this person sees, also what was removed, oldest first. Problem: key_unavailable.
base::Result<std::vector<Evidence>> evidence_seen(Installation& installation, const Hand& hand);

// Where the person may write the answer now. Problems: not_yours, round_not_open, not_accepted, sheet_locked,
// packet_locked, evidence_too_much, and link_not_valid, or those of assessment::evidence_kind.
base::Result<Evidence> add_link(Installation& installation, const Hand& hand, std::size_t place,
                                const std::string& link);
base::Result<Evidence> add_file(Installation& installation, const Hand& hand, std::size_t place,
                                const std::string& name, std::string_view bytes);

// What it was, who gave it and when stays in the history; its bytes go. Problem: not_there, and as above.
base::Result<bool> remove_evidence(Installation& installation, const Hand& hand,
                                   const assessment::EvidenceId& id);

// A file, piece by piece. Problem: not_there.
struct EvidenceFile {
  Evidence evidence;
  std::shared_ptr<base::ByteSource> bytes;
};
base::Result<EvidenceFile> open_evidence(Installation& installation, const Hand& hand,
                                         const assessment::EvidenceId& id);

}  // namespace smm::app
