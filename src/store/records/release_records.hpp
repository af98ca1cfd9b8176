// SPDX-License-Identifier: Apache-2.0
// app::Releases on a connection.
#pragma once

#include "app/installation/releases.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class ReleaseRecords final : public app::Releases {
 public:
  explicit ReleaseRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<app::KeptRelease> of(const assessment::RoundId& round) override;
  std::vector<app::KeptRelease> all() override;
  void add(const app::KeptRelease& release) override;

  std::vector<app::CheckQuestion> questions(const app::SheetKey& sheet) override;
  std::vector<app::CheckQuestion> questions(const assessment::RoundId& round) override;
  void add(const app::CheckQuestion& question) override;
  void settle(const app::CheckQuestion& question) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
