// SPDX-License-Identifier: Apache-2.0
// Between the fields of a question on a page and an answer in the notation of the answer file. The templates
// ui_answer_*.mustache say which fields each type of question sends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/answering/sheet_words.hpp"
#include "assessment/sheet_answer.hpp"
#include "instrument/item.hpp"
#include "web/http/parameters.hpp"

namespace smm::web {

using app::key_of;
using app::place_of;

// The answer that the fields of `key` give. Numbers may be typed with spaces, thousands separators, a dollar
// or a percent sign. A state that is none reads as an answered question whose value nobody can read.
assessment::GivenAnswer given_in(const http::Parameters& form, std::string_view key,
                                 const instrument::Item& item);

// The version that the form was made from; 0 when it says none that is a number.
std::int64_t base_in(const http::Parameters& form, std::string_view key);

}  // namespace smm::web
