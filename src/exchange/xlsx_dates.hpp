// SPDX-License-Identifier: Apache-2.0
// Days as workbooks keep them: a number of days, which only its cell's style tells from other numbers.
// Internal to exchange. (ECMA-376 part 1, 18.8.30 and 18.17.4.)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace smm::exchange {

// Does this number format show a date? `id` below 164 is built in; others have a code of their own.
bool shows_a_date(int id, std::string_view code);

// "2026-04-15" for 46127. Days count from 1899-12-30, or from 1904-01-01 in workbooks that say so; parts of a
// day are dropped. Nothing for days before 1900-03-01 (where programs disagree) or after 9999.
std::optional<std::string> day_of_serial(double serial, bool from_1904);

}  // namespace smm::exchange
