// SPDX-License-Identifier: Apache-2.0
// Gives a syntax tree its meaning: names and options become handles and bits, types are checked.
// Every check goes on after a problem, so that all are found; the nodes made then are thrown away.
#include <bit>
#include <optional>
#include <string>
#include <utility>

#include "base/document_reader.hpp"
#include "expression/expression.hpp"
#include "expression/lexer.hpp"
#include "expression/nearest_word.hpp"
#include "expression/problems.hpp"
#include "expression/syntax.hpp"

namespace smm::expression {
namespace {

const std::vector<std::string> yes_no{"yes", "no"};

std::string in_quotes(std::string_view word) {
  return '"' + std::string(word) + '"';
}

std::string what_is(Type type) {
  switch (type) {
    case Type::boolean:
      return "is a yes/no question";
    case Type::number:
      return "is a number";
    case Type::choice:
      return "is a choice: compare it with one of its options (==, !=, in)";
    case Type::set:
      return "is a set of options: write includes, or count(...) for their number";
  }
  return {};
}

bool is_arithmetic(Operation operation) {
  return operation >= Operation::add;
}

bool is_condition(const SyntaxNode& node) {
  const bool count = node.operation == Operation::count_of || node.operation == Operation::count_options;
  return node.form == Form::truth ||
         (node.form == Form::operation && !count && !is_arithmetic(node.operation));
}

class Checker {
 public:
  Checker(std::string_view text, const Syntax& syntax, const base::Place& start, const Names& names)
      : text_(text), syntax_(syntax), start_(start), names_(names) {}

  base::Result<Expression> check() {
    condition(0);
    if (problems_.empty()) return std::move(made_);
    base::sort_problems(problems_);
    return std::move(problems_);
  }

 private:
  void condition(std::size_t at) {
    const SyntaxNode& node = syntax_[at];
    switch (node.form) {
      case Form::truth:
        constant(Operation::constant_truth, node.text == "true" ? 1 : 0);
        break;
      case Form::word:
        name(node, Type::boolean, Operation::named_truth);
        break;
      case Form::number:
        wrong_type(node, "a condition is expected here, this is a number");
        break;
      case Form::quoted:
        misplaced_option(node);
        break;
      case Form::operation:
        condition_of(at);
        break;
    }
  }

  void condition_of(std::size_t at) {
    const SyntaxNode& node = syntax_[at];
    switch (node.operation) {
      case Operation::conjunction:
      case Operation::disjunction:
      case Operation::negation:
        return children(at, &Checker::condition);
      case Operation::answered:
        return name(syntax_[at + 1], std::nullopt, Operation::answered);
      case Operation::in:
      case Operation::includes:
        return membership(at);
      case Operation::count_of:
      case Operation::count_options:
        wrong_type(node, "a count is a number: compare it, as in >= 1");
        return number(at);
      default:
        break;
    }
    if (!is_arithmetic(node.operation)) return comparison(at);
    wrong_type(node, "a condition is expected here, this is a number");
    number(at);
  }

  void number(std::size_t at) {
    const SyntaxNode& node = syntax_[at];
    switch (node.form) {
      case Form::number:
        return constant(Operation::constant_number, *base::parse_decimal(node.text) + 0.0);  // no -0
      case Form::word:
        return name(node, Type::number, Operation::named_number);
      case Form::quoted:
        return misplaced_option(node);
      case Form::truth:
        return wrong_type(node, "a number is expected here, this is a condition");
      case Form::operation:
        break;
    }
    if (node.operation == Operation::count_options)
      return name(syntax_[at + 1], Type::set, Operation::count_options);
    if (node.operation == Operation::count_of) return children(at, &Checker::condition);
    if (is_arithmetic(node.operation)) return children(at, &Checker::number);
    wrong_type(node, "a number is expected here, this is a condition");
    condition(at);
  }

  // The left side decides what a comparison is about.
  void comparison(std::size_t at) {
    const std::size_t left = at + 1;
    const std::optional<Symbol> symbol = symbol_at(left);
    if (syntax_[left].form == Form::word && !symbol) return right_of_unknown(left);
    if (is_condition(syntax_[left])) {
      wrong_type(syntax_[at], "a condition is not compared: it stands alone or after not");
      return condition(left);
    }
    if (!symbol || symbol->type == Type::number) return children(at, &Checker::number);
    const Operation operation = syntax_[at].operation;
    if (symbol->type == Type::set)
      return wrong_type(syntax_[at], in_quotes(syntax_[left].text) + " " + what_is(Type::set));
    if (operation != Operation::equal && operation != Operation::not_equal) {
      return wrong_type(syntax_[at], in_quotes(syntax_[left].text) + " has no order: only == and != fit it");
    }
    options(at, *symbol, operation == Operation::equal ? Operation::is : Operation::is_not);
  }

  // Whether its right side is an option or a number is anybody's guess, unless it is more than a word.
  void right_of_unknown(std::size_t left) {
    const std::size_t right = left + 1;
    if (syntax_[right].form == Form::operation) number(right);
  }

  void membership(std::size_t at) {
    const SyntaxNode& node = syntax_[at];
    const std::size_t left = at + 1;
    const bool in = node.operation == Operation::in;
    if (syntax_[left].form != Form::word) {
      return wrong_type(node, std::string("left of ") + (in ? "in" : "includes") + " stands one name");
    }
    const std::optional<Symbol> symbol = symbol_at(left);
    if (!symbol) return;
    const bool fits =
        in ? symbol->type == Type::choice || symbol->type == Type::boolean : symbol->type == Type::set;
    if (!fits) return wrong_type(node, in_quotes(syntax_[left].text) + " " + what_is(symbol->type));
    options(at, *symbol, node.operation);
  }

  // The node at `at` compares the name that follows it with the options after that.
  void options(std::size_t at, const Symbol& symbol, Operation operation) {
    const SyntaxNode& name = syntax_[at + 1];
    const std::vector<std::string>& offered = symbol.type == Type::boolean ? yes_no : symbol.options;
    Node node = named(operation, symbol, name);
    for (std::size_t option = at + 2; option < at + syntax_[at].size; option += syntax_[option].size) {
      node.options |= option_bit(syntax_[option], offered, name.text);
    }
    for (std::uint64_t left = node.options; left != 0; left &= left - 1) {
      made_.words.push_back(offered[static_cast<std::size_t>(std::countr_zero(left))]);
    }
    made_.nodes.push_back(node);
  }

  std::uint64_t option_bit(const SyntaxNode& option, const std::vector<std::string>& offered,
                           std::string_view name) {
    if (option.form != Form::word && option.form != Form::quoted) {
      return wrong_type(option, in_quotes(name) + " is compared with one of its options, nothing else"), 0;
    }
    for (std::size_t index = 0; index < offered.size() && index < max_options; ++index) {
      if (offered[index] == option.text) return std::uint64_t{1} << index;
    }
    std::string sentence =
        in_quotes(name) + " has no option " + in_quotes(option.text) + did_you_mean(option.text, offered);
    problem(problem::expression_unknown_option, std::move(sentence), option);
    return 0;
  }

  // One node about one name, of the wanted type or (without one) of any.
  void name(const SyntaxNode& word, std::optional<Type> wanted, Operation operation) {
    const std::optional<Symbol> symbol = find(word);
    if (!symbol) return;
    if (wanted && symbol->type != *wanted)
      return wrong_type(word, in_quotes(word.text) + " " + what_is(symbol->type));
    made_.nodes.push_back(named(operation, *symbol, word));
  }

  Node named(Operation operation, const Symbol& symbol, const SyntaxNode& word) {
    Node node;
    node.operation = operation;
    node.handle = symbol.handle;
    node.word = static_cast<std::uint32_t>(made_.words.size());
    made_.words.emplace_back(word.text);
    return node;
  }

  void constant(Operation operation, double value) {
    Node node;
    node.operation = operation;
    node.number = value;
    made_.nodes.push_back(node);
  }

  void children(std::size_t at, void (Checker::*check_child)(std::size_t)) {
    const std::size_t parent = made_.nodes.size();
    made_.nodes.emplace_back().operation = syntax_[at].operation;
    for (std::size_t child = at + 1; child < at + syntax_[at].size; child += syntax_[child].size)
      (this->*check_child)(child);
    made_.nodes[parent].size = static_cast<std::uint32_t>(made_.nodes.size() - parent);
  }

  std::optional<Symbol> symbol_at(std::size_t at) {
    return syntax_[at].form == Form::word ? find(syntax_[at]) : std::nullopt;
  }

  std::optional<Symbol> find(const SyntaxNode& word) {
    std::optional<Symbol> symbol = names_.find(word.text);
    if (!symbol) {
      std::string sentence =
          "nothing is called " + in_quotes(word.text) + did_you_mean(word.text, names_.every_name());
      problem(problem::expression_unknown_name, std::move(sentence), word);
    } else if (symbol->options.size() > max_options) {
      problem(problem::expression_too_long, in_quotes(word.text) + " has more than 64 options", word);
    }
    return symbol;
  }

  static std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto nearest = nearest_word(word, candidates);
    return nearest ? "; did you mean " + in_quotes(*nearest) + "?" : std::string();
  }

  void misplaced_option(const SyntaxNode& node) {
    wrong_type(node, "an option stands right of a comparison with its question, not here");
  }

  void wrong_type(const SyntaxNode& node, std::string sentence) {
    problem(problem::expression_type, std::move(sentence), node);
  }

  void problem(const base::ProblemKind& kind, std::string sentence, const SyntaxNode& node) {
    problems_.emplace_back(kind, std::move(sentence), place_at(text_, node.offset, start_));
  }

  std::string_view text_;
  const Syntax& syntax_;
  const base::Place& start_;
  const Names& names_;
  Expression made_;
  base::Problems problems_;
};

}  // namespace

base::Result<Expression> parse(std::string_view text, const base::Place& place, const Names& names) {
  if (text.size() > max_characters) {
    return base::Problem(problem::expression_too_long, "a condition has at most 4096 characters", place);
  }
  base::Problems problems;
  const std::vector<Token> tokens = tokens_of(text, place, problems);
  if (!problems.empty()) return problems;
  const base::Result<Syntax> syntax = parse_syntax(text, tokens, place);
  if (!syntax) return syntax.problems();
  return Checker(text, *syntax, place, names).check();
}

}  // namespace smm::expression
