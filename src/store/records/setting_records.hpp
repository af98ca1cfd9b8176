// SPDX-License-Identifier: Apache-2.0
// app::Settings on a connection: rows of the table `installation`.
#pragma once

#include "app/installation/settings.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class SettingRecords final : public app::Settings {
 public:
  explicit SettingRecords(const NamedQueries& queries) : queries_(queries) {}

  std::optional<std::string> value(std::string_view name) override;
  void set(std::string_view name, std::string_view value) override;
  std::string first(std::string_view name, std::string_view value) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
