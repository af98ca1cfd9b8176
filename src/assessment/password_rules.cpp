// SPDX-License-Identifier: Apache-2.0
#include "assessment/password_rules.hpp"

#include <algorithm>
#include <array>

#include "assessment/password_pattern.hpp"
#include "assessment/problems.hpp"
#include "assessment/utf8_text.hpp"

namespace smm::assessment {
namespace {

// Words shorter than this stand in too many others.
constexpr std::size_t shortest_own_word = 4;
constexpr std::size_t fewest_left_over = 10;
constexpr std::size_t most_digits_behind = 4;

constexpr std::array<std::string_view, 3> names_of_this_program = {"socialmissionmetrics", "socialmission",
                                                                   "missionmetrics"};

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string without_digits_behind(std::string text) {
  for (std::size_t i = 0; i < most_digits_behind && !text.empty() && is_digit(text.back()); ++i)
    text.pop_back();
  return text;
}

// Letters that were written as digits and signs, but for the digits at the end, which are meant as such.
std::string plain_letters(std::string_view password) {
  constexpr std::string_view signs = "@$!013457";
  constexpr std::string_view letters = "asioleast";
  std::string text(password);
  std::size_t end = text.size();
  while (end > 0 && is_digit(text[end - 1])) --end;
  for (std::size_t i = 0; i < end; ++i) {
    const std::size_t sign = signs.find(text[i]);
    if (sign != std::string_view::npos) text[i] = letters[sign];
  }
  return looked_up(text);
}

// The ways to read a password, each also without a few digits behind it.
std::vector<std::string> readings_of(std::string_view password) {
  std::vector<std::string> readings{looked_up(password), plain_letters(password)};
  for (std::size_t i = 0; i < 2; ++i) readings.push_back(without_digits_behind(readings[i]));
  return readings;
}

bool is_common(std::string_view password, const CommonPasswords& common) {
  return std::ranges::any_of(readings_of(password),
                             [&](const std::string& text) { return common.holds(text); });
}

bool is_pattern(std::string_view password) {
  const std::string whole = looked_up(password);
  // Nothing but signs: those are looked at as they are.
  const std::string_view text = whole.size() < fewest_left_over ? password : std::string_view(whole);
  return repeats_itself(text) || repeats_itself(without_digits_behind(whole)) || walks_along(text);
}

void add_words(std::vector<std::string>& words, std::string_view text) {
  words.push_back(looked_up(text));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" .-_+@,'", begin), text.size());
    words.push_back(looked_up(text.substr(begin, end - begin)));
    begin = end + 1;
  }
}

// The longest first, so that a whole name goes before its words.
std::vector<std::string> own_words(const PasswordOwner& owner) {
  std::vector<std::string> words(names_of_this_program.begin(), names_of_this_program.end());
  add_words(words, owner.email);
  add_words(words, owner.email.substr(0, owner.email.find('@')));
  add_words(words, owner.name);
  for (const std::string& school : owner.schools) add_words(words, school);
  std::erase_if(words, [](const std::string& word) { return word.size() < shortest_own_word; });
  std::ranges::sort(words, [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return words;
}

bool is_about(std::string_view password, const PasswordOwner& owner) {
  const std::string whole = looked_up(password);
  std::string left = whole;
  for (const std::string& word : own_words(owner)) {
    for (std::size_t at = left.find(word); at != std::string::npos; at = left.find(word))
      left.erase(at, word.size());
  }
  return left.size() < whole.size() && left.size() < fewest_left_over;
}

}  // namespace

base::Problems password_problems(std::string_view password, const PasswordOwner& owner,
                                 const CommonPasswords& common) {
  // Looking at more would be work that anybody could ask for.
  if (password.size() > most_password_bytes)
    return {{problem::password_too_long, "a password may have 1,000 bytes; choose a shorter one"}};
  const auto length = utf8_length(password);
  if (!length || has_control(password))
    return {
        {problem::password_not_text, "the password holds characters that cannot be typed; choose another"}};
  base::Problems problems;
  if (*length < fewest_password_characters) {
    problems.emplace_back(problem::password_too_short,
                          "a password needs 15 characters or more; four or five unrelated words will do");
  }
  if (is_common(password, common))
    problems.emplace_back(problem::password_common,
                          "others take this password; choose words that nobody would put together");
  if (is_pattern(password))
    problems.emplace_back(problem::password_pattern,
                          "this password repeats itself or follows the keys; choose unrelated words");
  if (is_about(password, owner)) {
    problems.emplace_back(problem::password_about_you,
                          "this password is made of names that others know of you; choose unrelated words");
  }
  return problems;
}

}  // namespace smm::assessment
