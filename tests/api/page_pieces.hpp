// SPDX-License-Identifier: Apache-2.0
// Pieces of pages, found by the text around them. Not by std::regex: it takes stack for each letter, and
// pages carry whole files in hidden fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace smm::web {

// Each text that stands between `before` and the next `after`, in order.
inline std::vector<std::string> all_between(std::string_view page, std::string_view before,
                                            std::string_view after) {
  std::vector<std::string> found;
  for (std::size_t at = page.find(before); at != std::string_view::npos; at = page.find(before, at)) {
    at += before.size();
    const std::size_t end = page.find(after, at);
    if (end == std::string_view::npos) break;
    found.emplace_back(page.substr(at, end - at));
    at = end;
  }
  return found;
}

inline std::optional<std::string> first_between(std::string_view page, std::string_view before,
                                                std::string_view after) {
  auto found = all_between(page, before, after);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

// Names and values as they stand in the page, escaped.
inline std::vector<std::pair<std::string, std::string>> hidden_fields(std::string_view form) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (const std::string& field : all_between(form, "<input type=\"hidden\" name=\"", ">"))
    if (auto value = first_between(field, "\" value=\"", "\""))
      fields.emplace_back(field.substr(0, field.find('"')), std::move(*value));
  return fields;
}

}  // namespace smm::web
