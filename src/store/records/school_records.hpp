// SPDX-License-Identifier: Apache-2.0
// app::Schools on a connection.
#pragma once

#include "app/installation/schools.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class SchoolRecords final : public app::Schools {
 public:
  explicit SchoolRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<assessment::School> by_id(const assessment::SchoolId& id) override;
  std::optional<assessment::School> by_code(std::string_view code) override;
  std::vector<assessment::School> all() override;
  void add(const assessment::School& school) override;
  void change(const assessment::School& school) override;
  std::vector<assessment::School> of_practice(const assessment::RoundId& round) override;
  void add_practice(const assessment::School& school, const assessment::RoundId& round) override;

  std::optional<crypto::WrappedKey> key(std::string_view owner) override;
  std::vector<app::KeptKey> keys() override;
  void keep_key(const app::KeptKey& key) override;
  void add_key(const app::KeptKey& key) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
