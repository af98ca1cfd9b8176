// SPDX-License-Identifier: Apache-2.0
// Reads the value of an answered item in the notation of its type (docs/reference/files.md):
//   yes|no · an option id · option ids joined by ';' · none · a whole number · n/d or a percent 0-100 ·
//   n/d|n/d · whole dollars · topic@year joined by ';' · 1-4 · YYYY-MM-DD · text · a URL
// and ";!id" (";!topic@year" in a grid) for an option or cell that is not permitted.
#pragma once

#include <optional>
#include <string_view>

#include "base/problem.hpp"
#include "instrument/answer.hpp"

namespace smm::instrument {

// Fills the choice or numbers of `answer`; a Problem without a place when the text cannot be that.
std::optional<base::Problem> read_value(const Item& item, int years, std::string_view text, Answer& answer);

// The families, one file each.
std::optional<base::Problem> read_choice(const Item& item, int years, std::string_view text, Choice& choice);
std::optional<base::Problem> read_number(const Item& item, std::string_view text, Answer& answer);
std::optional<base::Problem> check_free_text(const Item& item, std::string_view text);

}  // namespace smm::instrument
