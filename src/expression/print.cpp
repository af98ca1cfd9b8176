// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <charconv>
#include <string>

#include "base/assert.hpp"
#include "expression/expression.hpp"

namespace smm::expression {
namespace {

// How tightly an operation holds its operands together; parentheses go around what is looser than its place.
enum Binding { loosest, or_part, and_part, comparison_part, sum_part, product_part, primary_part };

Binding binding(Operation operation) {
  switch (operation) {
    case Operation::disjunction:
      return loosest;
    case Operation::conjunction:
      return or_part;
    case Operation::negation:
      return and_part;
    case Operation::add:
    case Operation::subtract:
      return sum_part;
    case Operation::multiply:
    case Operation::divide:
      return product_part;
    case Operation::constant_truth:
    case Operation::constant_number:
    case Operation::named_truth:
    case Operation::named_number:
    case Operation::count_options:
    case Operation::answered:
    case Operation::count_of:
      return primary_part;
    default:
      return comparison_part;
  }
}

std::string_view sign(Operation operation) {
  switch (operation) {
    case Operation::disjunction:
      return " or ";
    case Operation::conjunction:
      return " and ";
    case Operation::is:
    case Operation::equal:
      return " == ";
    case Operation::is_not:
    case Operation::not_equal:
      return " != ";
    case Operation::less:
      return " < ";
    case Operation::less_equal:
      return " <= ";
    case Operation::greater:
      return " > ";
    case Operation::greater_equal:
      return " >= ";
    case Operation::add:
      return " + ";
    case Operation::subtract:
      return " - ";
    case Operation::multiply:
      return " * ";
    case Operation::divide:
      return " / ";
    case Operation::includes:
      return " includes ";
    default:
      return ", ";
  }
}

std::string decimal(double number) {
  char buffer[64];  // fixed, shortest: at most 15 digits went in, so at most 15 and a sign and dot come out
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  SMM_ASSERT(error == std::errc());
  return std::string(buffer, end);
}

class Printer {
 public:
  explicit Printer(const Expression& expression) : expression_(expression) {}

  std::string print() {
    write(0, loosest);
    return std::move(text_);
  }

 private:
  void write(std::size_t at, Binding place) {
    const bool parentheses = binding(expression_.nodes[at].operation) < place;
    if (parentheses) text_ += '(';
    write_bare(at);
    if (parentheses) text_ += ')';
  }

  void write_bare(std::size_t at) {
    const Node& node = expression_.nodes[at];
    switch (node.operation) {
      case Operation::constant_truth:
        text_ += node.number != 0 ? "true" : "false";
        break;
      case Operation::constant_number:
        text_ += decimal(node.number);
        break;
      case Operation::named_truth:
      case Operation::named_number:
        text_ += word(node);
        break;
      case Operation::count_options:
        text_ += "count(" + word(node) + ")";
        break;
      case Operation::answered:
        text_ += "answered(" + word(node) + ")";
        break;
      case Operation::is:
      case Operation::is_not:
      case Operation::includes:
        text_ += word(node) + std::string(sign(node.operation)) + option(node, 1);
        break;
      case Operation::in:
        write_in(node);
        break;
      case Operation::count_of:
        write_around("count of (", at, loosest, ")");
        break;
      case Operation::negation:
        write_around("not ", at, and_part, "");
        break;
      default:
        write_operator(at);
    }
  }

  void write_in(const Node& node) {
    text_ += word(node) + " in (";
    for (int number = 1; number <= std::popcount(node.options); ++number) {
      if (number > 1) text_ += ", ";
      text_ += option(node, static_cast<std::size_t>(number));
    }
    text_ += ')';
  }

  void write_around(std::string_view before, std::size_t at, Binding part, std::string_view after) {
    text_ += before;
    write_children(at, part, part);
    text_ += after;
  }

  // Operators read from the left: `a - (b - c)` keeps its parentheses, `(a - b) - c` does not need them.
  // Lists of and/or nest only where the author wrote parentheses.
  void write_operator(std::size_t at) {
    const Binding own = binding(expression_.nodes[at].operation);
    const Binding tighter = static_cast<Binding>(own + 1);
    const bool from_left = own == sum_part || own == product_part;
    write_children(at, from_left ? own : tighter, tighter);
  }

  void write_children(std::size_t at, Binding first, Binding other) {
    const std::size_t end = at + expression_.nodes[at].size;
    for (std::size_t child = at + 1; child < end; child += expression_.nodes[child].size) {
      if (child > at + 1) text_ += sign(expression_.nodes[at].operation);
      write(child, child == at + 1 ? first : other);
    }
  }

  const std::string& word(const Node& node) const { return expression_.words[node.word]; }

  std::string option(const Node& node, std::size_t number) const {
    const std::string& option = expression_.words[node.word + number];
    return is_name(option) ? option : "'" + option + "'";
  }

  const Expression& expression_;
  std::string text_;
};

bool has_handle(Operation operation) {
  return (operation >= Operation::named_truth && operation <= Operation::answered);
}

}  // namespace

std::string print(const Expression& expression) {
  return Printer(expression).print();
}

std::vector<int> references(const Expression& expression) {
  std::vector<int> handles;
  for (const Node& node : expression.nodes) {
    if (has_handle(node.operation)) handles.push_back(node.handle);
  }
  std::sort(handles.begin(), handles.end());
  handles.erase(std::unique(handles.begin(), handles.end()), handles.end());
  return handles;
}

}  // namespace smm::expression
