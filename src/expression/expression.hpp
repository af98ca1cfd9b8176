// SPDX-License-Identifier: Apache-2.0
// One small language for conditions: which question to ask now, what a measure counts later.
//
//   has-clinic == yes and count of (tracks includes rural, rotations >= 2, answered(partner)) >= 2
//
// This room knows nothing of what the names mean: whoever uses it brings `Names` (which names exist, of
// which type) to parse() and `Values` (evaluate.hpp) to evaluate(). docs/reference/expressions.md has the
// table of every operator. In short, loosest first:
//
//   or | and | not                        conditions; `a or b or c` is one list
//   == != < <= > >=                       two numbers; they do not chain
//   x == a   x != a   x in (a, b)         a choice (or a yes/no name) against its options
//   x includes a                          a set against one of its options
//   + -  then  * /                        numbers, from the left; `-` needs a space on both sides
//   12.5  -3  true  false  name  (...)
//   count(x)                              how many options of a set were chosen
//   count of (condition, ...)             how many of the conditions are true
//   answered(x)                           whether there is an answer to x
//
// Names are [a-z][a-z0-9_.-]*. An option is written as a name, or 'in quotes' when it is not shaped like
// one (or is a reserved word). A name on the right of a comparison with a choice is always an option.
//
// Errors: parse() gives base::Problems with the place of each. Words that cannot be read and faults of
// names, options and types are all reported at once; of faults in the grammar only the first.
// Not done here: assignment, text values, functions of the host, comparing two choices with each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.hpp"
#include "base/result.hpp"

namespace smm::expression {

inline constexpr std::size_t max_characters = 4096;  // of a text, in bytes
inline constexpr std::size_t max_parts = 1000;       // names, numbers, options and operators of a text
inline constexpr int max_depth = 64;                 // levels of the tree, and of parentheses and `not`
inline constexpr std::size_t max_options = 64;       // of a choice or set: chosen options are bits

enum class Type : std::uint8_t {
  boolean,  // yes or no: stands alone as a condition, or is compared with the options `yes` and `no`
  number,
  choice,  // one of a closed list of options
  set,     // any of a closed list of options
};

// What a name means to the host. `handle` comes back in references() and in the questions to `Values`.
struct Symbol {
  int handle = 0;
  Type type = Type::boolean;
  std::vector<std::string> options;  // of a choice or set, in the host's order; a boolean has yes, no
};

// The names that exist for an expression.
class Names {
 public:
  virtual ~Names() = default;
  virtual std::optional<Symbol> find(std::string_view name) const = 0;
  // Every name, for "did you mean"; a host that cannot list them leaves it empty.
  virtual std::vector<std::string> every_name() const { return {}; }
};

enum class Operation : std::uint8_t {
  constant_truth,   // number is 1 or 0
  constant_number,  // number
  named_truth,      // handle of a boolean
  named_number,     // handle of a number
  is,               // handle of a choice or boolean, one bit in options
  is_not,           //
  in,               // same, one or more bits
  includes,         // handle of a set, one bit
  count_options,    // handle of a set
  answered,         // handle of any type
  count_of,         // one or more conditions
  negation,         // one condition
  conjunction,      // two or more conditions
  disjunction,      //
  equal,            // two numbers, here and below
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide,
};

// One node of the tree. Nodes stand in the order in which a reader meets them (parent first), so the first
// child of node i is i + 1 and the child after c is c + nodes[c].size.
struct Node {
  Operation operation = Operation::constant_truth;
  std::uint32_t size = 1;     // nodes of this subtree, itself included
  int handle = -1;            // of the name, where the operation has one
  std::uint32_t word = 0;     // Expression::words: the name, then its options in bit order
  double number = 0;          // of a constant
  std::uint64_t options = 0;  // bit i: option i of the name is meant

  bool operator==(const Node&) const = default;
};

// A checked condition: plain data that outlives its text and its Names. Never empty when made by parse().
struct Expression {
  std::vector<Node> nodes;
  std::vector<std::string> words;  // names and options as written, for print()

  bool operator==(const Expression&) const = default;
};

// Reads and checks a condition. `place` is that of the text's first character; columns count characters.
// In a text of several lines, columns of the later lines count from the start of the line as given.
base::Result<Expression> parse(std::string_view text, const base::Place& place, const Names& names);

// The canonical text: parse(print(e)) == e, as long as that text is within max_characters. Options of `in`
// come in the host's order, parentheses only where they are needed.
std::string print(const Expression& expression);

// The handles an expression depends on, ascending, each once.
std::vector<int> references(const Expression& expression);

// True for text that can stand as a name: shaped like one and not a reserved word.
bool is_name(std::string_view text);

}  // namespace smm::expression
