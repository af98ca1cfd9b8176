// SPDX-License-Identifier: Apache-2.0
#include "instrument/route_values.hpp"

#include <bit>
#include <cmath>

#include "instrument/points.hpp"

namespace smm::instrument {
namespace {

using expression::Symbol;
using expression::Type;
using expression::Value;

std::optional<Type> route_type(ItemType type) {
  switch (type) {
    case ItemType::yes_no:
      return Type::boolean;
    case ItemType::one_of:
      return Type::choice;
    case ItemType::any_of:
      return Type::set;
    case ItemType::date:
    case ItemType::text:
    case ItemType::evidence:
      return std::nullopt;
    default:
      return Type::number;
  }
}

template <class Entry>
std::vector<std::string> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries) ids.push_back(entry.id);
  return ids;
}

Value grid_value(const Item& item, int years, const Choice& choice) {
  const int permitted = static_cast<int>(item.options.size()) * years - std::popcount(choice.barred);
  if (permitted <= 0) return Value::absent();
  return Value::of_number(100.0 * std::popcount(choice.chosen) / permitted);
}

Value number_value(const Item& item, const Answer& answer) {
  const double value = step_value(item, answer.value, answer.comparator);
  return std::isfinite(value) ? Value::of_number(value) : Value::absent();
}

Value answered_value(const Item& item, int years, const Answer& answer) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::any_of:
      return Value::of_set(answer.choice.chosen);
    case ItemType::phase:
      return Value::of_number(1 + std::countr_zero(answer.choice.chosen));
    case ItemType::year_grid:
      return grid_value(item, years, answer.choice);
    default:
      return number_value(item, answer);
  }
}

}  // namespace

std::optional<Symbol> RouteNames::find(std::string_view name) const {
  if (name == "programme") return Symbol{route_programme, Type::choice, ids_of(edition_.programmes)};
  if (name == "profession") return Symbol{route_profession, Type::choice, ids_of(edition_.professions)};
  const auto position = edition_.item(name);
  if (!position) return std::nullopt;
  const Item& item = edition_.items[*position];
  const auto type = route_type(item.type);
  if (!type) return std::nullopt;
  Symbol symbol{static_cast<int>(*position), *type, {}};
  if (*type == Type::boolean || *type == Type::choice || *type == Type::set)
    symbol.options = ids_of(item.options);
  return symbol;
}

std::vector<std::string> RouteNames::every_name() const {
  std::vector<std::string> names = {"programme", "profession"};
  for (const Item& item : edition_.items) {
    if (route_type(item.type)) names.push_back(item.id);
  }
  return names;
}

Value route_value(const Item& item, int years, const Answer& answer) {
  switch (answer.state) {
    case AnswerState::answered:
      return answered_value(item, years, answer);
    case AnswerState::not_applicable:
    case AnswerState::not_permitted:
      return Value::absent();
    case AnswerState::not_collected:
      return is_number(item.type) || full_points(item) <= 0
                 ? Value::unknown()
                 : answered_value(item, years, weakest_answer(item));
    case AnswerState::not_answered:
    case AnswerState::not_known:
    case AnswerState::declined:
      return Value::unknown();
  }
  return Value::unknown();
}

}  // namespace smm::instrument
