// SPDX-License-Identifier: Apache-2.0
#include "expression/lexer.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "expression/expression.hpp"
#include "expression/problems.hpp"

namespace smm::expression {
namespace {

constexpr std::array<std::string_view, 10> reserved{"and",      "answered", "count", "false", "in",
                                                    "includes", "not",      "of",    "or",    "true"};
constexpr std::string_view spaces = " \t\r\n";
constexpr std::size_t max_digits = 15;  // every decimal of 15 digits survives being a double and back

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return spaces.find(c) != std::string_view::npos;
}
bool is_name_part(char c) {
  return is_lower(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
}
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

class Lexer {
 public:
  Lexer(std::string_view text, const base::Place& start, base::Problems& problems)
      : text_(text), start_(start), problems_(problems) {}

  std::vector<Token> read_all() {
    for (skip_spaces(); at_ < text_.size(); skip_spaces()) read_one();
    tokens_.push_back({TokenKind::end, {}, text_.size()});
    return std::move(tokens_);
  }

 private:
  void read_one() {
    const char c = text_[at_];
    if (is_lower(c)) return take(TokenKind::word, length_while(is_name_part));
    if (is_digit(c) || minus_of_number()) return read_number();
    if (c == '\'') return read_quoted();
    if (const std::size_t length = sign_length(); length > 0) return read_sign(length);
    refuse_stray();
  }

  void take(TokenKind kind, std::size_t length) {
    tokens_.push_back({kind, text_.substr(at_, length), at_});
    at_ += length;
  }

  void refuse(std::size_t length, std::string sentence) {
    problems_.emplace_back(problem::expression_syntax, std::move(sentence), place_at(text_, at_, start_));
    at_ += length;
  }

  // "x - 3" subtracts, "-3" after a space, a sign or nothing is a number, all else is too easily misread.
  bool minus_of_number() const {
    if (text_[at_] != '-' || at_ + 1 >= text_.size() || !is_digit(text_[at_ + 1])) return false;
    return at_ == 0 || is_space(text_[at_ - 1]) ||
           std::string_view("(,=<>+*/").find(text_[at_ - 1]) != std::string_view::npos;
  }

  void read_number() {
    const std::size_t sign = text_[at_] == '-' ? 1 : 0;
    const std::size_t length = sign + length_while(is_name_part, sign);
    const std::string_view written = text_.substr(at_, length);
    const std::string_view digits = written.substr(sign);
    const auto dots = std::count(digits.begin(), digits.end(), '.');
    if (digits.find_first_not_of("0123456789.") != std::string_view::npos || dots > 1 ||
        digits.back() == '.') {
      return refuse(length, "\"" + std::string(written) +
                                "\" is not a number; an option that begins with a digit is written '" +
                                std::string(digits) + "'");
    }
    if (digits.size() - static_cast<std::size_t>(dots) > max_digits)
      return refuse(length, "a number has at most 15 digits");
    take(TokenKind::number, length);
  }

  void read_quoted() {
    const std::size_t close = text_.find_first_of("'\n", at_ + 1);
    if (close == std::string_view::npos || text_[close] == '\n') {
      return refuse(std::min(close, text_.size()) - at_,
                    "a quoted option needs a closing ' on the same line");
    }
    tokens_.push_back({TokenKind::quoted, text_.substr(at_ + 1, close - at_ - 1), at_});
    at_ = close + 1;
  }

  std::size_t sign_length() const {
    const std::string_view two = text_.substr(at_, 2);
    if (two == "==" || two == "!=" || two == "<=" || two == ">=") return 2;
    return std::string_view("<>(),+-*/").find(text_[at_]) != std::string_view::npos ? 1 : 0;
  }

  void read_sign(std::size_t length) {
    const bool spaced =
        at_ > 0 && is_space(text_[at_ - 1]) && at_ + 1 < text_.size() && is_space(text_[at_ + 1]);
    if (text_[at_] == '-' && !spaced) return refuse(length, "a minus sign needs a space on both sides");
    take(TokenKind::sign, length);
  }

  void refuse_stray() {
    const char c = text_[at_];
    if (c >= 'A' && c <= 'Z') {
      const auto letter = [](char l) { return is_name_part(l) || (l >= 'A' && l <= 'Z'); };
      return refuse(length_while(letter), "names are written in lower-case letters");
    }
    if (c == '=') return refuse(1, "equality is written ==");
    if (c == '&' || c == '|' || c == '!') {
      return refuse(length_while([c](char l) { return l == c; }),
                    "conditions are joined with the words and, or, not");
    }
    if (c == '"') return refuse(1, "options are quoted with ' and not with \"");
    const std::size_t length = 1 + length_while(continues_character, 1);
    refuse(length, "\"" + std::string(text_.substr(at_, length)) + "\" has no meaning in a condition");
  }

  template <class Belongs>
  std::size_t length_while(Belongs belongs, std::size_t from = 0) const {
    std::size_t end = at_ + from;
    while (end < text_.size() && belongs(text_[end])) ++end;
    return end - at_ - from;
  }

  void skip_spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  std::string_view text_;
  const base::Place& start_;
  base::Problems& problems_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

base::Place place_at(std::string_view text, std::size_t offset, const base::Place& start) {
  base::Place place = start;
  if (place.line == 0) return place;
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  const auto lines = static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  const auto characters =
      static_cast<int>(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                     [](char c) { return !continues_character(c); }));
  place.line += lines;
  if (lines > 0) place.column = characters + 1;
  if (lines == 0 && start.column > 0) place.column += characters;
  return place;
}

std::vector<Token> tokens_of(std::string_view text, const base::Place& start, base::Problems& problems) {
  return Lexer(text, start, problems).read_all();
}

bool is_reserved(std::string_view word) {
  return std::find(reserved.begin(), reserved.end(), word) != reserved.end();
}

bool is_name(std::string_view text) {
  return !text.empty() && is_lower(text.front()) && std::all_of(text.begin(), text.end(), is_name_part) &&
         !is_reserved(text);
}

}  // namespace smm::expression
