// SPDX-License-Identifier: Apache-2.0
#include "exchange/definition_text.hpp"

#include <algorithm>

#include "exchange/problems.hpp"
#include "exchange/utf8.hpp"

namespace smm::exchange {
base::Place place_of_offset(std::string_view bytes, std::size_t offset, const std::string& source) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {source, 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          1 + static_cast<int>(offset - line_start)};
}

std::optional<base::Problem> check_definition_text(std::string_view bytes, std::size_t limit,
                                                   const std::string& source) {
  if (bytes.size() > limit) {
    return base::Problem(problem::input_too_large,
                         "the input has more than " + std::to_string(limit >> 20) + " MiB", {source, 0, 0});
  }
  if (const auto bad = first_invalid_utf8(bytes)) {
    return base::Problem(problem::invalid_utf8, "this is not UTF-8; save the file as UTF-8",
                         place_of_offset(bytes, *bad, source));
  }
  return std::nullopt;
}

}  // namespace smm::exchange
