// SPDX-License-Identifier: Apache-2.0
#include "app/answering/written_words.hpp"

#include "app/answering/problems.hpp"
#include "assessment/utf8_text.hpp"

namespace smm::app {

base::Result<std::string> written_words(const std::string& typed, const std::string& field) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t begin = typed.find_first_not_of(white);
  if (begin == std::string::npos || !assessment::is_plain_utf8(typed))
    return base::Problem(answering_problem::words_missing, "Write a few words first", {field, 0, 0});
  const std::string words = typed.substr(begin, typed.find_last_not_of(white) - begin + 1);
  if (assessment::utf8_length(words).value_or(0) > most_written_characters)
    return base::Problem(answering_problem::words_too_long,
                         "Write at most " + std::to_string(most_written_characters) + " characters",
                         {field, 0, 0});
  return words;
}

}  // namespace smm::app
