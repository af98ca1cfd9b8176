// SPDX-License-Identifier: Apache-2.0
// Repository: the audit log. One hash chain for each school and one for the office ("office"); an entry is
// appended in the transaction of the write that it tells of, under the lock of its chain's head.
//
//   link(n) = next_link(link(n-1), {number, microseconds, actor, action, subject, detail})
//
// Entries name people by id and things by code or id; they never hold an answer, an address or a secret.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"

namespace smm::app {

struct AuditEntry {
  std::string chain;    // a school's id, or "office"
  std::string actor;    // a person's id, or "command:round open", "system"
  std::string action;   // "answer.save"
  std::string subject;  // what was acted on: "2026 shared mission.statement 3"
  std::string detail;   // an office's reason, a role that was given; empty mostly

  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

struct KeptEntry {
  AuditEntry entry;
  std::int64_t number = 0;  // from 1
  base::Instant at;
  std::string link;  // 32 raw bytes

  friend bool operator==(const KeptEntry&, const KeptEntry&) = default;
};

struct ChainHead {
  std::string chain;
  std::int64_t number = 0;
  std::string link;

  friend bool operator==(const ChainHead&, const ChainHead&) = default;
};

// The link of an entry, from the one before it and its fields; `kept.link` is not looked at.
std::string link_after(std::string_view previous, const KeptEntry& kept);

class AuditLog {
 public:
  virtual ~AuditLog() = default;

  // At the end of the work, chains in the order of their names: locks the head, computes the link, appends.
  virtual void append(const AuditEntry& entry, base::Instant now) = 0;

  // Those that have entries or a head, sorted.
  virtual std::vector<std::string> chains() = 0;
  virtual std::vector<ChainHead> heads() = 0;  // by chain
  // Entries of a chain from a number on, at most `most`.
  virtual std::vector<KeptEntry> entries(std::string_view chain, std::int64_t from, std::int64_t most) = 0;
};

}  // namespace smm::app
