// SPDX-License-Identifier: Apache-2.0
// app::Badges on a connection.
#pragma once

#include "app/installation/badges.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class BadgeRecords final : public app::Badges {
 public:
  explicit BadgeRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::BadgeKey> keys() override;
  void add(const app::BadgeKey& key) override;
  void retire(const std::string& public_key, base::Instant now) override;

  std::optional<app::KeptBadge> by_id(const app::BadgeId& id) override;
  std::vector<app::KeptBadge> of(const app::SheetKey& sheet) override;
  std::vector<app::KeptBadge> of(const assessment::RoundId& round) override;
  std::vector<std::uint32_t> places(std::int64_t list) override;
  std::vector<std::uint32_t> revoked(std::int64_t list) override;
  void add(const app::KeptBadge& badge) override;
  void revoke(const app::KeptBadge& badge) override;

  std::optional<app::Listing> listing(const app::SheetKey& sheet) override;
  std::vector<app::Listing> listed(const assessment::RoundId& round) override;
  void add(const app::Listing& listing) override;
  void remove_listing(const app::SheetKey& sheet) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
