// SPDX-License-Identifier: Apache-2.0
#include "instrument/item.hpp"

#include <algorithm>

#include "instrument/words.hpp"

namespace smm::instrument {

bool is_number(ItemType type) {
  return type == ItemType::count || type == ItemType::share || type == ItemType::ratio ||
         type == ItemType::two_shares || type == ItemType::money;
}

double full_points(const Item& item) {
  if (!item.steps.empty()) return item.steps.back().points;
  double most = 0;
  for (const Option& option : item.options) most = std::max(most, option.points);
  return most;
}

std::string_view to_string(ItemType type) {
  return word_of(item_type_words, type);
}
std::string_view to_string(ItemKind kind) {
  return word_of(item_kind_words, kind);
}
std::string_view to_string(Unit unit) {
  return word_of(unit_words, unit);
}
std::string_view to_string(Lever lever) {
  return word_of(lever_words, lever);
}
std::string_view to_string(Effort effort) {
  return word_of(effort_words, effort);
}

}  // namespace smm::instrument
