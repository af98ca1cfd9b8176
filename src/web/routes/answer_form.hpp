// SPDX-License-Identifier: Apache-2.0
// Between the fields of a question on a page and an answer in the notation of the answer file. The templates
// ui_answer_*.mustache say which fields each type of question sends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assessment/sheet_answer.hpp"
#include "instrument/item.hpp"
#include "web/http/parameters.hpp"

namespace smm::web {

// How a form names a place: "item", or "item@programme".
std::string key_of(const assessment::AnswerPlace& place);
assessment::AnswerPlace place_of(std::string_view key);

// The answer that the fields of `key` give. Numbers may be typed with spaces, thousands separators, a dollar
// or a percent sign. A state that is none reads as an answered question whose value nobody can read.
assessment::GivenAnswer given_in(const http::Parameters& form, std::string_view key,
                                 const instrument::Item& item);

// The version that the form was made from; 0 when it says none that is a number.
std::int64_t base_in(const http::Parameters& form, std::string_view key);

// The parts of a share as they were entered: of "12/40" 12 and 40, of "30" the percent.
struct EnteredShare {
  std::string numerator;
  std::string denominator;
  std::string percent;
};
EnteredShare entered_share(std::string_view value);

// Of "a;b;!c": {a, b} and {c}.
struct EnteredChoice {
  std::vector<std::string> chosen;
  std::vector<std::string> barred;
};
EnteredChoice entered_choice(std::string_view value);

}  // namespace smm::web
