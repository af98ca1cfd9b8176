// SPDX-License-Identifier: Apache-2.0
// View: what a template may print, as a neutral tree of texts, flags, lists and maps. Whoever fills it knows
// the field's words; whoever prints it does not.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace smm::render {

class View {
 public:
  using List = std::vector<View>;
  using Map = std::vector<std::pair<std::string, View>>;

  View() : content_(Map{}) {}
  View(std::string text) : content_(std::move(text)) {}
  View(std::string_view text) : content_(std::string(text)) {}
  View(const char* text) : content_(std::string(text)) {}
  View(bool flag) : content_(flag) {}
  View(List list) : content_(std::move(list)) {}

  // Adds a field to a map. A field is set once: a second value for a name is a broken belief.
  View& set(std::string name, View value);

  const std::variant<std::string, bool, List, Map>& content() const { return content_; }

 private:
  std::variant<std::string, bool, List, Map> content_;
};

// One view for each of `items`, made by `view_of`.
template <class Range, class Make>
View::List views(const Range& items, Make view_of) {
  View::List list;
  for (const auto& item : items) list.push_back(view_of(item));
  return list;
}

}  // namespace smm::render
