// SPDX-License-Identifier: Apache-2.0
#include "web/routes/comment_parts.hpp"

#include <algorithm>

#include "assessment/folded_case.hpp"

namespace smm::web {
namespace {

// What may stand behind an @ for the people who were mentioned.
std::vector<std::string> names_mentioned(const app::Comment& comment,
                                         const std::vector<assessment::Mentionable>& people) {
  std::vector<std::string> names;
  for (const auto& person : people) {
    if (std::ranges::find(comment.mentions, person.person) == comment.mentions.end()) continue;
    const std::string whole = assessment::folded_case(person.name);
    std::string joined = whole;
    std::erase(joined, ' ');
    names.push_back(whole);
    names.push_back(joined);
    for (std::size_t begin = 0; begin < whole.size();) {
      const std::size_t end = std::min(whole.find(' ', begin), whole.size());
      names.push_back(whole.substr(begin, end - begin));
      begin = end + 1;
    }
    names.push_back(assessment::folded_case(person.email.substr(0, person.email.find('@'))));
  }
  std::erase(names, "");
  return names;
}

std::size_t longest_at(std::string_view text, const std::vector<std::string>& names) {
  std::size_t longest = 0;
  for (const std::string& name : names)
    if (name.size() > longest && text.starts_with(name)) longest = name.size();
  return longest;
}

}  // namespace

std::vector<CommentPart> comment_parts(const app::Comment& comment,
                                       const std::vector<assessment::Mentionable>& people) {
  const auto names = names_mentioned(comment, people);
  const std::string text = assessment::folded_case(comment.text);  // of the same length
  std::vector<CommentPart> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
    const std::size_t length = longest_at(std::string_view(text).substr(at + 1), names);
    if (length == 0) continue;
    if (at > begin) parts.push_back({comment.text.substr(begin, at - begin), false});
    parts.push_back({comment.text.substr(at + 1, length), true});
    begin = at + 1 + length;
  }
  if (begin < comment.text.size()) parts.push_back({comment.text.substr(begin), false});
  return parts;
}

}  // namespace smm::web
