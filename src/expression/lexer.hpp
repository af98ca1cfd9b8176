// SPDX-License-Identifier: Apache-2.0
// Cuts the text of a condition into words, numbers and signs. Offsets count bytes from the text's start.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/problem.hpp"

namespace smm::expression {

enum class TokenKind : std::uint8_t {
  word,    // a name or a reserved word
  quoted,  // text without its quotes
  number,  // text as written, perhaps with a leading minus
  sign,    // ( ) , + - * / and comparisons
  end,     // after the last
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::size_t offset = 0;
};

// The place of a byte of `text` whose first character stands at `start`.
base::Place place_at(std::string_view text, std::size_t offset, const base::Place& start);

// All tokens, the last one of kind end. Every stretch that cannot be read is put into `problems`.
std::vector<Token> tokens_of(std::string_view text, const base::Place& start, base::Problems& problems);

bool is_reserved(std::string_view word);

}  // namespace smm::expression
