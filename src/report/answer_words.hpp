// SPDX-License-Identifier: Apache-2.0
// An answer in words, for reading: "Yes", "12 of 40", "not known". It is given in the notation of the answer
// file (docs/reference/files.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "instrument/answer.hpp"
#include "render/texts.hpp"

namespace smm::report {

// `value` counts only where the state is `answered`.
std::string answer_words(const instrument::Item& item, instrument::AnswerState state,
                         const std::string& value, const render::Texts& texts);

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

}  // namespace smm::report
