// SPDX-License-Identifier: Apache-2.0
#include "assessment/mentions.hpp"

#include <algorithm>

#include "assessment/folded_case.hpp"

namespace smm::assessment {
namespace {

struct CalledName {
  std::string words;  // folded
  std::size_t person = 0;
};

bool is_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool goes_on(char c) {
  return is_word(c) || c == '-' || c == '.';
}

// A dot or hyphen at the end of a mention belongs to the sentence unless a word goes on behind it.
bool ends_here(std::string_view rest) {
  if (rest.empty() || !goes_on(rest.front())) return true;
  return !is_word(rest.front()) && (rest.size() == 1 || !is_word(rest[1]));
}

void add_name(std::vector<CalledName>& names, std::string words, std::size_t person) {
  if (!words.empty()) names.push_back({std::move(words), person});
}

std::vector<CalledName> names_of(std::span<const Mentionable> people) {
  std::vector<CalledName> names;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const std::string whole = folded_case(people[i].name);
    std::string joined = whole;
    std::erase(joined, ' ');
    add_name(names, whole, i);
    add_name(names, joined, i);
    for (std::size_t begin = 0; begin < whole.size();) {
      const std::size_t end = std::min(whole.find(' ', begin), whole.size());
      add_name(names, whole.substr(begin, end - begin), i);
      begin = end + 1;
    }
    const std::string email = folded_case(people[i].email);
    add_name(names, email.substr(0, email.find('@')), i);
  }
  return names;
}

// The one person whom the words at the beginning of `text` name, by position; nothing for none or several.
std::optional<std::size_t> named_at(std::string_view text, const std::vector<CalledName>& names) {
  std::size_t longest = 0;
  std::optional<std::size_t> person;
  for (const CalledName& name : names) {
    const std::size_t length = name.words.size();
    if (length < longest || !text.starts_with(name.words) || !ends_here(text.substr(length))) continue;
    const bool other = length == longest && person != name.person;
    person = other ? std::nullopt : std::optional(name.person);
    // A name that two people share stays nobody's, however many more have it.
    longest = length;
  }
  return person;
}

}  // namespace

std::vector<PersonId> mentions_in(std::string_view comment, std::span<const Mentionable> people) {
  const std::vector<CalledName> names = names_of(people);
  const std::string text = folded_case(comment);
  std::vector<PersonId> mentioned;
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    if (at > 0 && goes_on(text[at - 1])) continue;
    const auto person = named_at(std::string_view(text).substr(at + 1), names);
    if (!person || std::ranges::find(mentioned, people[*person].person) != mentioned.end()) continue;
    mentioned.push_back(people[*person].person);
  }
  return mentioned;
}

}  // namespace smm::assessment
