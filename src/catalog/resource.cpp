// SPDX-License-Identifier: Apache-2.0
#include "catalog/resource.hpp"

#include <algorithm>

#include "catalog/words.hpp"

namespace smm::catalog {

bool Resource::is_about(std::size_t area) const {
  return std::ranges::find(areas, area) != areas.end();
}

bool Resource::is_for(std::size_t profession) const {
  return std::ranges::find(professions, profession) != professions.end();
}

std::string_view to_string(Kind kind) {
  return instrument::word_of(kind_words, kind);
}

std::string_view to_string(Basis basis) {
  return instrument::word_of(basis_words, basis);
}

std::string to_string(const Published& published) {
  if (!published.year) return published.continues ? "ongoing" : "undated";
  return std::to_string(*published.year) + (published.continues ? "-" : "");
}

std::optional<Kind> kind_of(std::string_view word) {
  return instrument::value_of(kind_words, word);
}

std::vector<Kind> kinds() {
  std::vector<Kind> all;
  for (const auto& each : kind_words) all.push_back(each.value);
  return all;
}

}  // namespace smm::catalog
