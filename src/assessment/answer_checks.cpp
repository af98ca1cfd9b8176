// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "assessment/soft_checks.hpp"
#include "assessment/typed_number.hpp"

namespace smm::assessment {
namespace {

using instrument::Item;
using instrument::ItemType;

// A share moved far when it moved by this many points, and by more than chance moves small classes.
constexpr double far_points = 20;
constexpr double far_errors = 2;
// A count, ratio or amount moved far when it at least doubled or halved, and by no trifle.
constexpr double far_factor = 2;
constexpr double far_count = 10;
constexpr double far_dollars = 1000;
// An amount this small beside the lowest threshold was typed in thousands.
constexpr double thousands = 100;

bool is_percent(const Item& item) {
  return item.type == ItemType::share || item.type == ItemType::two_shares;
}

// Twice the standard error of the difference of two shares with one true share behind them.
double chance_points(const TypedNumber& now, const TypedNumber& then) {
  if (!now.fraction || !then.fraction) return 0;
  const auto part = static_cast<double>(now.numerator + then.numerator);
  const auto now_whole = static_cast<double>(now.denominator);
  const auto then_whole = static_cast<double>(then.denominator);
  const double pooled = std::min(1.0, part / (now_whole + then_whole));
  return far_errors * 100 * std::sqrt(pooled * (1 - pooled) * (1 / now_whole + 1 / then_whole));
}

bool is_far(const Item& item, const TypedNumber& now, const TypedNumber& then) {
  const double moved = std::abs(now.value - then.value);
  if (is_percent(item)) return moved >= far_points && moved > chance_points(now, then);
  const double smaller = std::min(now.value, then.value);
  const double larger = std::max(now.value, then.value);
  return moved >= (item.type == ItemType::money ? far_dollars : far_count) && larger >= far_factor * smaller;
}

bool is_far(const Item& item, const std::vector<TypedNumber>& now, std::string_view earlier) {
  const std::vector<TypedNumber> then = typed_numbers(earlier);
  if (then.size() != now.size()) return false;
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (is_far(item, now[i], then[i])) return true;
  }
  return false;
}

bool repeats_own(const std::vector<TypedNumber>& numbers) {
  return numbers.size() == 2 && numbers[0].fraction && numbers[0] == numbers[1] && numbers[0].numerator > 0;
}

bool is_small_amount(const Item& item, const TypedNumber& number) {
  if (item.type != ItemType::money || item.steps.empty()) return false;
  const double lowest = std::ranges::min(item.steps, {}, &instrument::Step::threshold).threshold;
  return number.value > 0 && number.value < lowest / thousands;
}

template <class Holds>
bool any_number(const std::vector<TypedNumber>& numbers, Holds holds) {
  return std::ranges::any_of(numbers, holds);
}

std::vector<SoftCheck> checks_of(const Item& item, const std::vector<TypedNumber>& numbers) {
  std::vector<SoftCheck> found;
  const bool percent = is_percent(item);
  const auto too_much = [](const TypedNumber& n) { return n.fraction && n.numerator > n.denominator; };
  const auto below_one = [](const TypedNumber& n) { return !n.fraction && n.value > 0 && n.value < 1; };
  if (percent && any_number(numbers, too_much)) found.push_back(SoftCheck::part_above_whole);
  if (percent && any_number(numbers, below_one)) found.push_back(SoftCheck::fraction_for_percent);
  if (repeats_own(numbers)) found.push_back(SoftCheck::comparator_repeats_own);
  const auto small = [&](const TypedNumber& n) {
    return n.fraction && item.pool_below && n.denominator < static_cast<std::uint64_t>(*item.pool_below);
  };
  if (any_number(numbers, small)) found.push_back(SoftCheck::small_denominator);
  const auto in_thousands = [&](const TypedNumber& n) { return is_small_amount(item, n); };
  if (any_number(numbers, in_thousands)) found.push_back(SoftCheck::amount_too_small);
  return found;
}

}  // namespace

std::vector<Finding> check_answer(const SheetPlan& plan, std::size_t answer, const GivenAnswer& given,
                                  std::optional<std::string_view> earlier) {
  const Item& item = item_at(plan, answer);
  if (given.state != instrument::AnswerState::answered || !is_number(item.type)) return {};
  const std::vector<TypedNumber> numbers = typed_numbers(given.value);
  if (numbers.empty()) return {};
  const AnswerPlace& place = plan.answers[answer].place;
  std::vector<Finding> findings;
  for (const SoftCheck check : checks_of(item, numbers)) findings.push_back({check, {place}, {given.value}});
  if (earlier && is_far(item, numbers, *earlier))
    findings.push_back({SoftCheck::far_from_earlier, {place}, {given.value, std::string(*earlier)}});
  return findings;
}

}  // namespace smm::assessment
