// SPDX-License-Identifier: Apache-2.0
// What an office chose about deleting, for those who would delete something; app/keeping writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/installation/database.hpp"
#include "base/document_reader.hpp"

namespace smm::app {

inline constexpr std::string_view legal_hold_setting = "legal_hold";

inline bool is_on_legal_hold(Records& records) {
  return !records.settings.value(legal_hold_setting).value_or("").empty();
}

inline std::string retention_setting(std::string_view kind) {
  return "retention." + std::string(kind);
}

// Days for which records of a kind are kept, where the office chose.
inline std::optional<std::int64_t> chosen_days(Records& records, std::string_view kind) {
  const auto text = records.settings.value(retention_setting(kind));
  return text ? base::parse_integer(*text) : std::nullopt;
}

}  // namespace smm::app
