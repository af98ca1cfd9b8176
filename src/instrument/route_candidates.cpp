// SPDX-License-Identifier: Apache-2.0
#include "instrument/route_candidates.hpp"

#include <algorithm>
#include <set>

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

// Every subset of the named options, filled up with unnamed ones to every size. Options beyond the first six
// named are taken together, to keep the number small.
std::vector<Answer> subsets(const Item& item, std::uint64_t named) {
  std::vector<std::uint64_t> bits;
  std::vector<std::uint64_t> rest;
  for (std::size_t i = 0; i < item.options.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const bool single = (named & bit) != 0 && bits.size() < 6;
    (single ? bits : rest).push_back(bit);
  }
  std::set<std::uint64_t> masks;
  for (std::size_t pick = 0; pick < (std::size_t{1} << bits.size()); ++pick) {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) mask |= (pick >> i & 1u) != 0 ? bits[i] : 0;
    masks.insert(mask);
    for (const std::uint64_t bit : rest) masks.insert(mask |= bit);
  }
  std::vector<Answer> answers;
  for (const std::uint64_t mask : masks) {
    answers.push_back(answered());
    answers.back().choice.chosen = mask;
  }
  return answers;
}

// Values around every threshold: constants of the route and steps of the item.
std::vector<double> interesting_values(const Item& item, const expression::Expression& route) {
  std::set<double> values = {0, 1, 100};
  const auto around = [&](double at) {
    for (const double near : {at - 0.5, at, at + 0.5}) values.insert(near);
  };
  for (const expression::Node& node : route.nodes) {
    if (node.operation == expression::Operation::constant_number) around(node.number);
  }
  for (const Step& step : item.steps) around(step.threshold);
  return {values.begin(), values.end()};
}

Answer number_answer(const Item& item, double value) {
  Answer answer = answered();
  answer.value = value;
  if (item.type != ItemType::two_shares) return answer;
  const bool ratio = item.compare == Compare::ratio;
  answer.comparator = ratio ? 50 : std::clamp(-value, 0.0, 100.0);
  answer.value = ratio ? value * 50 : std::clamp(value, 0.0, 100.0);
  return answer;
}

std::vector<Answer> numbers(const Item& item, const expression::Expression& route) {
  std::vector<Answer> answers;
  const bool percent = item.type == ItemType::share;
  const bool difference = item.type == ItemType::two_shares && item.compare == Compare::difference;
  for (const double value : interesting_values(item, route)) {
    const bool possible =
        (value >= 0 || difference) && (value <= 100 || !percent) && (!item.maximum || value <= *item.maximum);
    if (possible) answers.push_back(number_answer(item, value));
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

std::uint64_t named_options(int handle, const expression::Expression& route) {
  std::uint64_t named = 0;
  for (const expression::Node& node : route.nodes) named |= node.handle == handle ? node.options : 0;
  return named;
}

std::vector<Answer> answers_for(const Item& item, int years, int handle,
                                const expression::Expression& route) {
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return single_choices(item);
    case ItemType::any_of:
      return subsets(item, named_options(handle, route));
    case ItemType::year_grid:
      return grids(item, years);
    default:
      return numbers(item, route);
  }
}

}  // namespace

std::vector<Candidate> route_candidates(const Item& item, int years, int handle,
                                        const expression::Expression& route) {
  std::vector<Candidate> candidates;
  for (const Answer& answer : answers_for(item, years, handle, route)) {
    candidates.push_back({answer, points_for(item, years, answer).earned});
  }
  return candidates;
}

}  // namespace smm::instrument
