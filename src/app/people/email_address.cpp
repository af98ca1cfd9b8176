// SPDX-License-Identifier: Apache-2.0
#include "app/people/email_address.hpp"

#include <algorithm>

#include "app/people/problems.hpp"

namespace smm::app {
namespace {

constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_local_part = 64;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(space) - begin + 1);
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool dots_are_single(std::string_view text) {
  return !text.starts_with('.') && !text.ends_with('.') && text.find("..") == std::string_view::npos;
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+/=?^_`{|}~.-";
  return !text.empty() && text.size() <= longest_local_part && dots_are_single(text) &&
         std::ranges::all_of(
             text, [&](char c) { return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos; });
}

bool is_domain(std::string_view text) {
  return !text.empty() && dots_are_single(text) && !text.starts_with('-') && !text.ends_with('-') &&
         std::ranges::all_of(text, [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; });
}

}  // namespace

base::Result<std::string> email_address(std::string_view typed) {
  const std::string_view email = trimmed(typed);
  const std::size_t at = email.rfind('@');
  const bool valid = at != std::string_view::npos && email.size() <= longest_address &&
                     is_local_part(email.substr(0, at)) && is_domain(email.substr(at + 1));
  if (valid) return std::string(email);
  return base::Problem(people_problem::email_not_valid, "Write an e-mail address, such as dean@school.edu");
}

std::string masked(std::string_view email) {
  const std::size_t at = email.rfind('@');
  if (at == std::string_view::npos || at == 0) return "•••";
  return std::string(email.substr(0, 1)) + "•••" + std::string(email.substr(at));
}

std::string folded_email(std::string_view email) {
  std::string folded(email);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace smm::app
