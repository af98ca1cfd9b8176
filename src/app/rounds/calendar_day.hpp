// SPDX-License-Identifier: Apache-2.0
// Days as people type them into a form: 2026-10-31.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace smm::app {

// Nothing when it is not written so, or no day of the calendar.
std::optional<std::chrono::year_month_day> calendar_day(const std::string& text);

// The same way back.
std::string day_text(std::chrono::year_month_day day);

}  // namespace smm::app
