// SPDX-License-Identifier: Apache-2.0
// The grammar: tokens to a tree that knows where everything stands and nothing of what names mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "expression/expression.hpp"
#include "expression/lexer.hpp"

namespace smm::expression {

enum class Form : std::uint8_t {
  number,
  word,       // a name or, right of a comparison, an option
  quoted,     // an option
  truth,      // true or false
  operation,  // one of equal..divide, conjunction, disjunction, negation, count_of on conditions and
              // numbers; count_options and answered on a word; in and includes on a left side and options
};

// Nodes lie as in Expression: parent first, `size` counts the subtree.
struct SyntaxNode {
  Form form = Form::word;
  Operation operation = Operation::constant_truth;
  std::uint32_t size = 1;
  int height = 1;
  std::string_view text;   // of all but an operation
  std::size_t offset = 0;  // of the operator where there is one between operands, else of the first character
};

using Syntax = std::vector<SyntaxNode>;

// The first fault of the grammar is the only problem.
base::Result<Syntax> parse_syntax(std::string_view text, const std::vector<Token>& tokens,
                                  const base::Place& start);

}  // namespace smm::expression
