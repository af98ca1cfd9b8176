// SPDX-License-Identifier: Apache-2.0
// app::Campaign on a connection.
#pragma once

#include "app/installation/campaign.hpp"
#include "store/records/foreseen.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class CampaignRecords final : public app::Campaign {
 public:
  CampaignRecords(const NamedQueries& queries, Foreseen* foreseen) : queries_(queries), foreseen_(foreseen) {}

  std::vector<app::RoundText> texts(const assessment::RoundId& round) override;
  std::optional<std::string> text(const assessment::RoundId& round, std::string_view name) override;
  void keep(const app::RoundText& text) override;
  std::vector<app::Reminder> reminders(const assessment::RoundId& round) override;
  void keep(const app::Reminder& reminder) override;
  void remove_reminder(const assessment::RoundId& round, std::int64_t number) override;
  bool take(const app::Reminder& reminder, base::Instant now) override;
  std::vector<app::CallNote> calls(const app::SheetKey& sheet) override;
  std::vector<app::CallNote> calls_of(const assessment::RoundId& round) override;
  void add(const app::CallNote& call) override;

 private:
  const NamedQueries& queries_;
  Foreseen* foreseen_;  // null where nothing is
};

}  // namespace smm::store::records
