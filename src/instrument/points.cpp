// SPDX-License-Identifier: Apache-2.0
#include "instrument/points.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "base/assert.hpp"

namespace smm::instrument {
namespace {

constexpr double threshold_tolerance = 1e-9;

bool is_in(std::uint64_t mask, std::size_t position) {
  return (mask >> position & 1u) != 0;
}

bool meets(const Item& item, double value, double threshold) {
  return item.direction == Direction::higher ? value >= threshold - threshold_tolerance
                                             : value <= threshold + threshold_tolerance;
}

std::size_t lowest_option(const Item& item) {
  std::size_t lowest = 0;
  for (std::size_t i = 1; i < item.options.size(); ++i) {
    const bool better = item.options[lowest].leaves || item.options[i].points < item.options[lowest].points;
    if (!item.options[i].leaves && better) lowest = i;
  }
  return lowest;
}

}  // namespace

double step_points(const Item& item, double value) {
  double points = 0;
  for (const Step& step : item.steps) {
    if (meets(item, value, step.threshold)) points = step.points;
  }
  return points;
}

double step_value(const Item& item, double value, double comparator) {
  if (item.type != ItemType::two_shares) return value;
  if (item.compare == Compare::difference) return value - comparator;
  return comparator > 0 ? value / comparator : std::numeric_limits<double>::infinity();
}

ItemPoints choice_points(const Item& item, const Choice& choice) {
  ItemPoints points;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const Option& option = item.options[i];
    if (is_in(choice.chosen, i) && option.leaves) return {};
    if (is_in(choice.chosen, i)) points.earned = option.points;
    if (!option.leaves && !is_in(choice.barred, i))
      points.attainable = std::max(points.attainable, option.points);
  }
  return points;
}

ItemPoints any_of_points(const Item& item, const Choice& choice) {
  int chosen = 0;
  int permitted = 0;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const Option& option = item.options[i];
    if (is_in(choice.chosen, i) && option.leaves) return {};
    if (option.exclusive || option.leaves) continue;
    chosen += is_in(choice.chosen, i) ? 1 : 0;
    permitted += is_in(choice.barred, i) ? 0 : 1;
  }
  return {step_points(item, chosen), step_points(item, permitted)};
}

ItemPoints grid_points(const Item& item, int years, const Choice& choice) {
  const int cells = static_cast<int>(item.options.size()) * years;
  const int permitted = cells - std::popcount(choice.barred);
  if (permitted <= 0) return {};
  return {step_points(item, 100.0 * std::popcount(choice.chosen) / permitted), full_points(item)};
}

ItemPoints number_points(const Item& item, double value, double comparator) {
  const double at = step_value(item, value, comparator);
  if (at == std::numeric_limits<double>::infinity()) return {};
  return {step_points(item, at), full_points(item)};
}

ItemPoints points_for(const Item& item, int years, const Answer& answer) {
  SMM_ASSERT(answer.state == AnswerState::answered);
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return choice_points(item, answer.choice);
    case ItemType::any_of:
      return any_of_points(item, answer.choice);
    case ItemType::year_grid:
      return grid_points(item, years, answer.choice);
    case ItemType::count:
    case ItemType::share:
    case ItemType::ratio:
    case ItemType::two_shares:
    case ItemType::money:
      return number_points(item, answer.value, answer.comparator);
    case ItemType::date:
    case ItemType::text:
    case ItemType::evidence:
      return {};
  }
  SMM_ASSERT(false);
}

Answer weakest_answer(const Item& item) {
  Answer answer;
  answer.state = AnswerState::answered;
  if (item.type == ItemType::yes_no || item.type == ItemType::one_of || item.type == ItemType::phase) {
    answer.choice.chosen = std::uint64_t{1} << lowest_option(item);
  }
  if (!is_number(item.type)) return answer;
  const bool lower = item.direction == Direction::lower;
  const bool percent = item.type == ItemType::share || item.type == ItemType::two_shares;
  const double most = percent ? 100 : item.maximum.value_or(std::numeric_limits<double>::max());
  answer.value = lower ? most : 0;
  // A ratio to nothing would take the item out instead of earning least.
  answer.comparator = !lower ? 100 : item.compare == Compare::ratio ? 1e-9 : 0;
  return answer;
}

}  // namespace smm::instrument
