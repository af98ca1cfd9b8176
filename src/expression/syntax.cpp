// SPDX-License-Identifier: Apache-2.0
#include "expression/syntax.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "expression/problems.hpp"

namespace smm::expression {
namespace {

using Sign = std::pair<std::string_view, Operation>;

constexpr Sign comparisons[] = {{"==", Operation::equal},  {"!=", Operation::not_equal},
                                {"<", Operation::less},    {"<=", Operation::less_equal},
                                {">", Operation::greater}, {">=", Operation::greater_equal},
                                {"in", Operation::in},     {"includes", Operation::includes}};
constexpr Sign sums[] = {{"+", Operation::add}, {"-", Operation::subtract}};
constexpr Sign products[] = {{"*", Operation::multiply}, {"/", Operation::divide}};

// Recursive descent. Every rule returns false once a problem is kept; the tree grows at the back of nodes_,
// and an operator met after its left operand is put in front of it.
class SyntaxParser {
 public:
  SyntaxParser(std::string_view text, const std::vector<Token>& tokens, const base::Place& start)
      : text_(text), tokens_(tokens), start_(start) {}

  base::Result<Syntax> read() {
    if (disjunction() && peek().kind != TokenKind::end) unexpected("an operator or the end");
    if (problem_) return std::move(*problem_);
    return std::move(nodes_);
  }

 private:
  bool disjunction() { return list("or", Operation::disjunction, &SyntaxParser::conjunction); }
  bool conjunction() { return list("and", Operation::conjunction, &SyntaxParser::negation); }

  bool list(std::string_view word, Operation operation, bool (SyntaxParser::*part)()) {
    const std::size_t first = nodes_.size();
    if (!(this->*part)()) return false;
    if (!at(word)) return true;
    const std::size_t offset = peek().offset;
    while (accept(word)) {
      if (!(this->*part)()) return false;
    }
    return put_in_front(first, operation, offset);
  }

  bool negation() {
    const std::size_t first = nodes_.size();
    const std::size_t offset = peek().offset;
    if (!accept("not")) return comparison();
    if (!enter(offset) || !negation()) return false;
    leave();
    return put_in_front(first, Operation::negation, offset);
  }

  bool comparison() {
    const std::size_t first = nodes_.size();
    if (!sum()) return false;
    const Sign* sign = match(comparisons);
    if (sign == nullptr) return true;
    const std::size_t offset = next().offset;
    if (!right_of(sign->second) || !put_in_front(first, sign->second, offset)) return false;
    if (match(comparisons) != nullptr) return fail("comparisons do not chain; join two of them with and");
    return true;
  }

  bool right_of(Operation operation) {
    if (operation == Operation::in) return expect("(") && options();
    return operation == Operation::includes ? option() : sum();
  }

  bool options() {
    do {
      if (!option()) return false;
    } while (accept(","));
    return expect(")");
  }

  bool option() {
    if (peek().kind == TokenKind::quoted || is_plain_word()) return leaf();
    return unexpected("an option");
  }

  bool sum() { return chain(sums, &SyntaxParser::product); }
  bool product() { return chain(products, &SyntaxParser::primary); }

  template <std::size_t Size>
  bool chain(const Sign (&signs)[Size], bool (SyntaxParser::*part)()) {
    const std::size_t first = nodes_.size();
    if (!(this->*part)()) return false;
    for (const Sign* sign = match(signs); sign != nullptr; sign = match(signs)) {
      const std::size_t offset = next().offset;
      if (!(this->*part)() || !put_in_front(first, sign->second, offset)) return false;
    }
    return true;
  }

  bool primary() {
    if (at("(")) return in_parentheses();
    if (at("count")) return count();
    if (at("answered")) return next(), of_name(Operation::answered);
    const bool truth = at("true") || at("false");
    const bool constant = peek().kind == TokenKind::number || peek().kind == TokenKind::quoted || truth;
    if (constant || is_plain_word()) return leaf();
    return unexpected("a name, a number or a parenthesis");
  }

  bool in_parentheses() {
    if (!enter(next().offset) || !disjunction()) return false;
    leave();
    return expect(")");
  }

  bool count() {
    next();
    return accept("of") ? count_of() : of_name(Operation::count_options);
  }

  bool of_name(Operation operation) {
    const std::size_t first = nodes_.size();
    const std::size_t offset = tokens_[at_ - 1].offset;
    if (!expect("(")) return false;
    if (!is_plain_word()) return unexpected("a name");
    return leaf() && expect(")") && put_in_front(first, operation, offset);
  }

  bool count_of() {
    const std::size_t first = nodes_.size();
    const std::size_t offset = tokens_[at_ - 2].offset;
    if (!expect("(") || !enter(offset)) return false;
    do {
      if (!disjunction()) return false;
    } while (accept(","));
    leave();
    return expect(")") && put_in_front(first, Operation::count_of, offset);
  }

  // Tokens
  const Token& peek() const { return tokens_[at_]; }
  const Token& next() { return tokens_[at_++]; }

  bool at(std::string_view text) const {
    return (peek().kind == TokenKind::word || peek().kind == TokenKind::sign) && peek().text == text;
  }

  bool accept(std::string_view text) {
    if (!at(text)) return false;
    ++at_;
    return true;
  }

  bool expect(std::string_view text) { return accept(text) || unexpected(std::string(text)); }

  bool is_plain_word() const { return peek().kind == TokenKind::word && !is_reserved(peek().text); }

  template <std::size_t Size>
  const Sign* match(const Sign (&signs)[Size]) const {
    const Sign* found = std::find_if(signs, signs + Size, [&](const Sign& sign) { return at(sign.first); });
    return found == signs + Size ? nullptr : found;
  }

  // Nodes
  bool leaf() {
    const Token& token = next();
    Form form = token.kind == TokenKind::number ? Form::number : Form::word;
    if (token.kind == TokenKind::quoted) form = Form::quoted;
    if (token.text == "true" || token.text == "false")
      form = token.kind == TokenKind::word ? Form::truth : form;
    return insert(nodes_.size(), {form, Operation::constant_truth, 1, 1, token.text, token.offset});
  }

  bool put_in_front(std::size_t first, Operation operation, std::size_t offset) {
    int height = 0;
    for (std::size_t child = first; child < nodes_.size(); child += nodes_[child].size) {
      height = std::max(height, nodes_[child].height);
    }
    const auto size = static_cast<std::uint32_t>(nodes_.size() - first + 1);
    return insert(first, {Form::operation, operation, size, height + 1, {}, offset});
  }

  bool insert(std::size_t where, const SyntaxNode& node) {
    if (nodes_.size() >= max_parts) return too_long("a condition has at most 1000 parts", node.offset);
    if (node.height > max_depth) return too_long("a condition has at most 64 levels", node.offset);
    nodes_.insert(nodes_.begin() + static_cast<std::ptrdiff_t>(where), node);
    return true;
  }

  bool enter(std::size_t offset) {
    return ++depth_ <= max_depth || too_long("parentheses and not stand at most 64 deep", offset);
  }
  void leave() { --depth_; }

  // Problems
  bool fail(std::string sentence) {
    return keep(problem::expression_syntax, std::move(sentence), peek().offset);
  }

  bool too_long(std::string sentence, std::size_t offset) {
    return keep(problem::expression_too_long, std::move(sentence), offset);
  }

  bool keep(const base::ProblemKind& kind, std::string sentence, std::size_t offset) {
    problem_.emplace(kind, std::move(sentence), place_at(text_, offset, start_));
    return false;
  }

  bool unexpected(const std::string& wanted) {
    const Token& token = peek();
    if (token.kind == TokenKind::end) return fail("the condition ends where " + wanted + " is expected");
    std::string sentence = "expected " + wanted + ", not \"" + std::string(token.text) + "\"";
    if (token.kind == TokenKind::number && token.text.front() == '-') {
      sentence += "; to subtract, put a space on both sides of the minus sign";
    } else if (token.kind == TokenKind::word && is_reserved(token.text)) {
      sentence += ", which is a reserved word";
    }
    return fail(std::move(sentence));
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const base::Place& start_;
  std::size_t at_ = 0;
  int depth_ = 0;
  Syntax nodes_;
  std::optional<base::Problem> problem_;
};

}  // namespace

base::Result<Syntax> parse_syntax(std::string_view text, const std::vector<Token>& tokens,
                                  const base::Place& start) {
  return SyntaxParser(text, tokens, start).read();
}

}  // namespace smm::expression
