// SPDX-License-Identifier: Apache-2.0
// app::Outbox on a connection.
#pragma once

#include "app/installation/outbox.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class OutboxRecords final : public app::Outbox {
 public:
  explicit OutboxRecords(const NamedQueries& queries) : queries_(queries) {}

  void add(const app::WaitingMail& mail) override;
  std::vector<app::WaitingMail> take(base::Instant now, std::int64_t most) override;
  void change(const app::WaitingMail& mail) override;
  std::int64_t taken_since(base::Instant since, base::Instant now) override;
  std::int64_t give_up_unfinished(base::Instant taken_before) override;
  std::vector<std::pair<app::MailState, std::int64_t>> sizes() override;
  std::optional<app::WaitingMail> by_id(const app::MailId& id) override;
  std::vector<app::WaitingMail> latest(std::int64_t most) override;
  std::vector<app::WaitingMail> troubled(std::int64_t most) override;
  std::vector<app::WaitingMail> about(const assessment::RoundId& round,
                                      const assessment::SchoolId& school) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
