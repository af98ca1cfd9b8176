// SPDX-License-Identifier: Apache-2.0
// app::People on a connection.
#pragma once

#include "app/installation/people.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class PeopleRecords final : public app::People {
 public:
  explicit PeopleRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<app::Person> by_id(const assessment::PersonId& id) override;
  std::optional<app::Person> by_email(std::string_view email) override;
  std::optional<app::Person> by_identity(const app::Identity& identity) override;
  std::int64_t count() override;

  void add(const app::Person& person) override;
  void change(const app::Person& person) override;
  void add_identity(const assessment::PersonId& person, const app::Identity& identity) override;

  std::vector<assessment::OfficeRole> office_roles(const assessment::PersonId& person) override;
  void grant(const assessment::PersonId& person, assessment::OfficeRole role, base::Instant now) override;
  void revoke(const assessment::PersonId& person, assessment::OfficeRole role) override;
  std::vector<app::Person> office_people() override;

  void set_recovery_codes(const assessment::PersonId& person,
                          const std::vector<std::string>& hashes) override;
  bool use_recovery_code(const assessment::PersonId& person, std::string_view hash,
                         base::Instant now) override;
  std::int64_t recovery_codes_left(const assessment::PersonId& person) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
