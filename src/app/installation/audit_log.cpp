// SPDX-License-Identifier: Apache-2.0
#include "app/installation/audit_log.hpp"

#include "crypto/hash_chain.hpp"

namespace smm::app {

std::string link_after(std::string_view previous, const KeptEntry& kept) {
  const std::string number = std::to_string(kept.number);
  const std::string microseconds = std::to_string(kept.at.microseconds);
  const AuditEntry& entry = kept.entry;
  return crypto::next_link(previous,
                           {number, microseconds, entry.actor, entry.action, entry.subject, entry.detail});
}

}  // namespace smm::app
