// SPDX-License-Identifier: Apache-2.0
// Interface texts by key. The file (content/i18n/en.yaml) is a tree of maps whose leaves are texts; the key
// of a text is its path with dots, such as "worksheet.cover.who". {name} in a text is a placeholder.
//
// A key that does not exist, and a placeholder without a value, are broken beliefs: no page is shown with a
// hole in it. Tests ask for every key that the program uses. Texts are plain text, not HTML.
#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::render {

struct TextArgument {
  std::string_view name;
  std::string_view value;
};

class Texts {
 public:
  static base::Result<Texts> from(const base::Document& document);

  bool has(std::string_view key) const { return texts_.contains(key); }
  std::vector<std::string> keys() const;  // sorted

  const std::string& operator()(std::string_view key) const;  // a text without placeholders
  std::string operator()(std::string_view key, std::initializer_list<TextArgument> arguments) const {
    return (*this)(key, std::span(arguments.begin(), arguments.size()));
  }
  std::string operator()(std::string_view key, std::span<const TextArgument> arguments) const;

  // The text `key`.one for 1, `key`.other for every other number, with {n}. Other languages may need more
  // forms; English has two.
  std::string counted(std::string_view key, long n) const;

 private:
  const std::string& existing(std::string_view key) const;

  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace smm::render
