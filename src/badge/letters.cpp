// SPDX-License-Identifier: Apache-2.0
#include "badge/letters.hpp"

#include <optional>

#include "base/document_reader.hpp"

namespace smm::badge {
namespace {

// Takes the next word off the front; empty at the end.
std::string_view next_word(std::string_view& text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  const std::size_t end = std::min(text.find(' ', begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

std::optional<Point> read_point(std::string_view word) {
  const std::size_t comma = word.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto x = base::parse_decimal(word.substr(0, comma));
  const auto y = base::parse_decimal(word.substr(comma + 1));
  if (!x || !y) return std::nullopt;
  return Point{*x, *y};
}

std::optional<Letter> read_letter(std::string_view rest) {
  const auto width = base::parse_decimal(next_word(rest));
  if (!width) return std::nullopt;
  Letter letter{*width, {}};
  bool begins = true;
  for (std::string_view word; !(word = next_word(rest)).empty();) {
    if (word == ";") {
      begins = true;
      continue;
    }
    const auto point = read_point(word);
    if (!point) return std::nullopt;
    if (begins) letter.rings.emplace_back();
    begins = false;
    letter.rings.back().push_back(*point);
  }
  return letter;
}

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

Letters::Letters(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view sign = next_word(line);
    if (sign.size() != 1 && sign != "space") continue;
    if (auto letter = read_letter(line)) letters_[sign == "space" ? ' ' : sign[0]] = std::move(*letter);
  }
}

std::vector<Letter> Letters::of(std::string_view words) const {
  std::vector<Letter> found;
  for (const char c : words) {
    const auto letter = letters_.find(capital(c));
    if (letter != letters_.end()) found.push_back(letter->second);
  }
  return found;
}

double Letters::width(std::string_view words) const {
  double width = 0;
  for (const Letter& letter : of(words)) width += letter.width;
  return width;
}

}  // namespace smm::badge
