// SPDX-License-Identifier: Apache-2.0
#include "store/records/setting_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {

std::optional<std::string> SettingRecords::value(std::string_view name) {
  return one(queries_.row("installation_value", columns(name)), [](const Row& row) { return row.text(0); });
}

void SettingRecords::set(std::string_view name, std::string_view value) {
  queries_.run("set_installation_value", columns(name, value));
}

std::string SettingRecords::first(std::string_view name, std::string_view value) {
  return queries_.row("first_installation_value", columns(name, value))->text(0);
}

}  // namespace smm::store::records
