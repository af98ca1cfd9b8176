// SPDX-License-Identifier: Apache-2.0
#include "instrument/route_opening.hpp"

#include <limits>

#include "instrument/points.hpp"

namespace smm::instrument {
namespace {

using expression::Value;

constexpr double beyond_all = std::numeric_limits<double>::max();

double best_number(const Item& item) {
  const bool higher = item.direction == Direction::higher;
  const bool difference = item.type == ItemType::two_shares && item.compare == Compare::difference;
  if (difference) return higher ? 100 : -100;
  if (!higher) return 0;
  return item.type == ItemType::share ? 100 : item.maximum.value_or(beyond_all);
}

std::vector<Value> options_above(const Item& item, std::uint64_t barred, double points) {
  std::vector<Value> values;
  for (unsigned i = 0; i < item.options.size(); ++i) {
    if (item.options[i].leaves || item.options[i].points <= points || (barred >> i & 1u) != 0) continue;
    values.push_back(item.type == ItemType::phase ? Value::of_number(1 + i) : Value::of_choice(i));
  }
  return values;
}

Value every_option(const Item& item, std::uint64_t barred) {
  std::uint64_t set = 0;
  for (unsigned i = 0; i < item.options.size(); ++i) {
    const bool alone = item.options[i].exclusive || item.options[i].leaves;
    if (!alone && (barred >> i & 1u) == 0) set |= std::uint64_t{1} << i;
  }
  return Value::of_set(set);
}

}  // namespace

std::vector<Value> route_values_above(const Item& item, std::uint64_t barred, double points) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return options_above(item, barred, points);
    default:
      break;
  }
  if (any_of_points(item, {0, barred}).attainable <= points && item.type == ItemType::any_of) return {};
  if (full_points(item) <= points) return {};
  if (item.type == ItemType::any_of) return {every_option(item, barred)};
  return {Value::of_number(item.type == ItemType::year_grid ? 100 : best_number(item))};
}

}  // namespace smm::instrument
