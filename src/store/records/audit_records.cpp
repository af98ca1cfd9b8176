// SPDX-License-Identifier: Apache-2.0
#include "store/records/audit_records.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "crypto/hash_chain.hpp"
#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::KeptEntry entry_of(const Row& row) {
  RowReader read(row);
  app::KeptEntry kept;
  kept.entry.chain = read.text();
  kept.number = read.integer();
  kept.at = read.time();
  kept.entry.actor = read.text();
  kept.entry.action = read.text();
  kept.entry.subject = read.text();
  kept.entry.detail = read.text();
  kept.link = read.blob();
  return kept;
}

}  // namespace

void AuditRecords::append(const app::AuditEntry& entry, base::Instant now) {
  waiting_.emplace_back(entry, now);
}

// Another may begin the same chain at the same time; then theirs is the one that is locked.
app::ChainHead AuditRecords::locked_head(const std::string& chain) {
  auto row = queries_.row("audit_head", columns(chain));
  if (!row) {
    queries_.run("begin_audit_chain", columns(chain, Blob{crypto::first_link(chain)}));
    row = queries_.row("audit_head", columns(chain));
  }
  SMM_ASSERT(row.has_value());
  return {chain, row->integer(0), row->blob(1)};
}

void AuditRecords::write() {
  std::ranges::stable_sort(waiting_, {}, [](const auto& waiting) { return waiting.first.chain; });
  for (std::size_t i = 0; i < waiting_.size();) {
    app::ChainHead head = locked_head(waiting_[i].first.chain);
    for (; i < waiting_.size() && waiting_[i].first.chain == head.chain; ++i) {
      const auto& [entry, at] = waiting_[i];
      head.link = app::link_after(head.link, {entry, ++head.number, at, {}});
      queries_.run_later("append_audit", columns(entry.chain, head.number, at, entry.actor, entry.action,
                                                 entry.subject, entry.detail, Blob{head.link}));
    }
    queries_.run_later("move_audit_head", columns(head.number, Blob{head.link}, head.chain));
  }
  waiting_.clear();
}

std::vector<std::string> AuditRecords::chains() {
  return each(queries_.rows("audit_chains"), [](const Row& row) { return row.text(0); });
}

std::vector<app::ChainHead> AuditRecords::heads() {
  return each(queries_.rows("audit_heads"), [](const Row& row) {
    return app::ChainHead{row.text(0), row.integer(1), row.blob(2)};
  });
}

std::vector<app::KeptEntry> AuditRecords::entries(std::string_view chain, std::int64_t from,
                                                  std::int64_t most) {
  return each(queries_.rows("audit_entries", columns(chain, from, most)), entry_of);
}

}  // namespace smm::store::records
