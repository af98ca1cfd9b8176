// SPDX-License-Identifier: Apache-2.0
#include "instrument/route_candidates.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <set>

#include "instrument/route_values.hpp"

namespace smm::instrument {
namespace {

Answer answered() {
  Answer answer;
  answer.state = AnswerState::answered;
  return answer;
}

std::vector<Answer> single_choices(const Item& item) {
  std::vector<Answer> answers;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    answers.push_back(answered());
    answers.back().choice.chosen = std::uint64_t{1} << i;
  }
  return answers;
}

// Named options tried in every combination; beyond, the route is too wide to be checked.
constexpr std::size_t most_named = 17;

bool stands_alone(const Option& option) {
  return option.exclusive || option.leaves;
}

// Bits of the options that can stand beside others: first those named, then the rest.
struct OptionBits {
  std::vector<std::uint64_t> named;
  std::vector<std::uint64_t> rest;
};

OptionBits option_bits(const Item& item, std::uint64_t named) {
  OptionBits bits;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const bool single = (named & bit) != 0 && bits.named.size() < most_named;
    if (!stands_alone(item.options[i])) (single ? bits.named : bits.rest).push_back(bit);
  }
  return bits;
}

// Every subset of the named options, filled up with unnamed ones to every size, and each option that stands
// alone by itself.
std::vector<Answer> subsets(const Item& item, std::uint64_t named) {
  const OptionBits bits = option_bits(item, named);
  std::vector<Answer> answers;
  const auto add = [&](std::uint64_t mask) {
    answers.push_back(answered());
    answers.back().choice.chosen = mask;
  };
  for (std::size_t pick = 0; pick < (std::size_t{1} << bits.named.size()); ++pick) {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < bits.named.size(); ++i) mask |= (pick >> i & 1u) != 0 ? bits.named[i] : 0;
    add(mask);
    for (const std::uint64_t bit : bits.rest) add(mask |= bit);
  }
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    if (stands_alone(item.options[i])) add(std::uint64_t{1} << i);
  }
  return answers;
}

struct NumberRange {
  double low = 0;
  double high = std::numeric_limits<double>::max();
};

NumberRange number_range(const Item& item) {
  if (item.type == ItemType::share) return {0, 100};
  if (item.type == ItemType::two_shares && item.compare == Compare::difference) return {-100, 100};
  return {0, item.maximum.value_or(std::numeric_limits<double>::max())};
}

// The constants of the route, the steps of the item, the ends of its range.
std::set<double> thresholds(const Item& item, RouteNodes nodes) {
  std::set<double> values = {0, 1, 100};
  for (const expression::Node& node : nodes) {
    if (node.operation == expression::Operation::constant_number) values.insert(node.number);
  }
  for (const Step& step : item.steps) values.insert(step.threshold);
  if (item.maximum) values.insert(*item.maximum);
  return values;
}

// Every threshold, what lies between two of them, and what lies beyond. Counts and dollars are whole.
std::set<double> telling_values(const Item& item, RouteNodes nodes) {
  const std::set<double> at = thresholds(item, nodes);
  std::set<double> values;
  if (item.type == ItemType::count || item.type == ItemType::money) {
    for (const double threshold : at) {
      for (const double near : {-1.0, 0.0, 1.0}) {
        values.insert(std::floor(threshold) + near);
        values.insert(std::ceil(threshold) + near);
      }
    }
    return values;
  }
  values = {*at.begin() - 1, *at.rbegin() + 1};
  for (auto next = at.begin(); next != at.end(); ++next) {
    values.insert(*next);
    if (next != at.begin()) values.insert((*std::prev(next) + *next) / 2);
  }
  return values;
}

Answer number_answer(const Item& item, double value) {
  Answer answer = answered();
  answer.value = value;
  if (item.type != ItemType::two_shares) return answer;
  const bool ratio = item.compare == Compare::ratio;
  answer.comparator = ratio ? 1 : std::clamp(-value, 0.0, 100.0);
  if (!ratio) answer.value = std::clamp(value, 0.0, 100.0);
  return answer;
}

std::vector<Answer> numbers(const Item& item, RouteNodes nodes) {
  const NumberRange range = number_range(item);
  std::vector<Answer> answers;
  for (const double value : telling_values(item, nodes)) {
    if (value >= range.low && value <= range.high) answers.push_back(number_answer(item, value));
  }
  return answers;
}

std::vector<Answer> grids(const Item& item, int years) {
  std::vector<Answer> answers;
  std::uint64_t mask = 0;
  for (std::size_t cell = 0; cell <= item.options.size() * static_cast<std::size_t>(years); ++cell) {
    answers.push_back(answered());
    answers.back().choice.chosen = mask;
    mask = mask << 1 | 1u;
  }
  return answers;
}

bool asks_whether_answered(int handle, RouteNodes nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const expression::Node& node) {
    return node.operation == expression::Operation::answered && node.handle == handle;
  });
}

std::uint64_t named_options(int handle, RouteNodes nodes) {
  std::uint64_t named = 0;
  for (const expression::Node& node : nodes) named |= node.handle == handle ? node.options : 0;
  return named;
}

std::vector<Answer> answers_for(const Item& item, int years, int handle, RouteNodes nodes) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return single_choices(item);
    case ItemType::any_of:
      return subsets(item, named_options(handle, nodes));
    case ItemType::year_grid:
      return grids(item, years);
    default:
      return numbers(item, nodes);
  }
}

}  // namespace

std::vector<Candidate> route_candidates(const Item& item, int years, int handle, RouteNodes nodes) {
  std::vector<Candidate> candidates;
  for (const Answer& answer : answers_for(item, years, handle, nodes)) {
    candidates.push_back({answer, points_for(item, years, answer).earned, route_value(item, years, answer)});
  }
  if (asks_whether_answered(handle, nodes)) candidates.push_back({});
  return candidates;
}

}  // namespace smm::instrument
