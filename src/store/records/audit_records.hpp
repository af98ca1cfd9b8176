// SPDX-License-Identifier: Apache-2.0
// app::AuditLog on a connection.
//
// What a work appends waits until the work is done and goes in then, chain by chain in the order of their
// names: of two works that tell of the same chains neither waits for the other while the other waits for it,
// and the heads are locked as short as can be.
#pragma once

#include <utility>

#include "app/installation/audit_log.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class AuditRecords final : public app::AuditLog {
 public:
  explicit AuditRecords(const NamedQueries& queries) : queries_(queries) {}

  void append(const app::AuditEntry& entry, base::Instant now) override;
  std::vector<std::string> chains() override;
  std::vector<app::ChainHead> heads() override;
  std::vector<app::KeptEntry> entries(std::string_view chain, std::int64_t from, std::int64_t most) override;

  // Writes what waits; the last thing in a work's transaction.
  void write();

 private:
  app::ChainHead locked_head(const std::string& chain);

  const NamedQueries& queries_;
  std::vector<std::pair<app::AuditEntry, base::Instant>> waiting_;
};

}  // namespace smm::store::records
