// SPDX-License-Identifier: Apache-2.0
// app::Progress on a connection.
#pragma once

#include "app/installation/progress.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class ProgressRecords final : public app::Progress {
 public:
  explicit ProgressRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::MailTally> mails(const assessment::RoundId& round) override;
  std::vector<assessment::SchoolId> opened(const assessment::RoundId& round) override;
  std::vector<app::SheetTally> sheets(const assessment::RoundId& round) override;
  std::vector<app::PacketTally> packets(const assessment::RoundId& round) override;
  std::vector<app::ItemTally> items(const assessment::RoundId& round) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
