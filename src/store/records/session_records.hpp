// SPDX-License-Identifier: Apache-2.0
// app::Sessions on a connection.
#pragma once

#include "app/installation/sessions.hpp"
#include "store/records/foreseen.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class SessionRecords final : public app::Sessions {
 public:
  SessionRecords(const NamedQueries& queries, Foreseen* foreseen) : queries_(queries), foreseen_(foreseen) {}

  std::optional<app::Session> by_token(std::string_view hash) override;
  std::optional<app::Visitor> visitor(std::string_view hash) override;
  void expect_visit(std::string_view hash, std::string_view round_code,
                    std::string_view school_code) override;
  std::vector<app::Session> live_of(const assessment::PersonId& person, base::Instant now) override;
  void add(const app::Session& session) override;
  void seen(const app::SessionId& id, base::Instant now) override;
  void confirmed(const app::SessionId& id, bool second_factor, base::Instant now) override;
  void end(const app::SessionId& id, base::Instant now) override;
  void end_all(const assessment::PersonId& person, const std::optional<app::SessionId>& but,
               base::Instant now) override;

  std::optional<app::Link> link(std::string_view hash) override;
  void add_link(const app::Link& link) override;
  bool use_link(std::string_view hash, base::Instant now) override;
  void end_links(const assessment::PersonId& person, const std::optional<assessment::SchoolId>& school,
                 base::Instant now) override;

  std::int64_t count_attempt(std::string_view key, base::Instant now, std::int64_t window) override;
  std::int64_t attempts(std::string_view key, base::Instant now, std::int64_t window) override;
  void forget_attempts(std::string_view key) override;

  void sweep(base::Instant before) override;

 private:
  const NamedQueries& queries_;
  Foreseen* foreseen_;  // null where nothing is
};

}  // namespace smm::store::records
