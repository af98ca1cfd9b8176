// SPDX-License-Identifier: Apache-2.0
// Candidates against a slow oracle that tries every answer a small item can have: a route must be true for
// some candidate exactly when it is true for some answer, and so for each way of earning points.
#include "instrument/route_candidates.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "instrument/sample_edition_test.hpp"

namespace smm::instrument {
namespace {

constexpr int grid_years = 2;

Answer chosen(std::uint64_t bits) {
  return {AnswerState::answered, {bits, 0}, 0, 0};
}

std::vector<Answer> every_set(const Item& item) {
  std::vector<Answer> answers;
  for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << item.options.size()); ++bits) {
    bool possible = true;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
      const std::uint64_t bit = std::uint64_t{1} << i;
      const bool alone = item.options[i].exclusive || item.options[i].leaves;
      possible = possible && !(alone && (bits & bit) != 0 && bits != bit);
    }
    if (possible) answers.push_back(chosen(bits));
  }
  return answers;
}

std::vector<Answer> every_answer(const Item& item) {
  std::vector<Answer> answers;
  if (item.type == ItemType::any_of) return every_set(item);
  if (item.type == ItemType::year_grid) {
    for (std::uint64_t bits = 0; bits < 16; ++bits) answers.push_back(chosen(bits));
    return answers;
  }
  if (!is_number(item.type)) {
    for (std::size_t i = 0; i < item.options.size(); ++i) answers.push_back(chosen(std::uint64_t{1} << i));
    return answers;
  }
  const bool whole = item.type == ItemType::count;
  for (int quarter = 0; quarter <= 400; quarter += whole ? 4 : 1)
    answers.push_back({AnswerState::answered, {}, quarter / 4.0, 0});
  return answers;
}

Item small_count() {
  Item item = sample::number(ItemType::count, sample::steps({{1, 5}, {5, 10}}));
  item.maximum = 100;
  return item;
}

std::vector<Item> small_items() {
  std::vector<Item> items = {sample::yes_no(), sample::one_of(), sample::any_of(), sample::phase(),
                             sample::grid(),   sample::share(),  small_count()};
  for (Item& item : items) item.id = "x";
  return items;
}

// Conditions on x that fit its type.
rc::Gen<std::string> atom(const Item& item) {
  using rc::gen::map;
  const auto number = [](std::string left) {
    return map(
        rc::gen::tuple(rc::gen::element<std::string>(" < ", " <= ", " > ", " >= ", " == ", " != "),
                       rc::gen::inRange(0, 60)),
        [left](const auto& part) { return left + std::get<0>(part) + std::to_string(std::get<1>(part)); });
  };
  switch (item.type) {
    case ItemType::yes_no:
      return rc::gen::element<std::string>("x == yes", "x == no", "answered(x)");
    case ItemType::one_of:
      return rc::gen::element<std::string>("x == some", "x != all", "x in (nothing, not-needed)");
    case ItemType::any_of:
      return rc::gen::oneOf(rc::gen::element<std::string>("x includes a", "x includes d",
                                                          "x includes nothing-else", "x includes no-schools",
                                                          "count(x) == 0", "count(x) > 2", "count(x) < 4"),
                            number("count(x)"));
    default:
      return number("x");
  }
}

rc::Gen<std::string> condition(const Item& item) {
  const auto part =
      rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<bool>(), atom(item)), [](const auto& made) {
        return std::get<0>(made) ? "not (" + std::get<1>(made) + ")" : std::get<1>(made);
      });
  return rc::gen::map(rc::gen::tuple(part, part, part, rc::gen::element<std::string>(" and ", " or "),
                                     rc::gen::element<std::string>(" and ", " or ")),
                      [](const auto& p) {
                        return "(" + std::get<0>(p) + std::get<3>(p) + std::get<1>(p) + ")" + std::get<4>(p) +
                               std::get<2>(p);
                      });
}

// Points with which the route is open, and with which it is shut.
using Outcomes = std::set<std::pair<double, bool>>;

bool is_open(const expression::Expression& route, const expression::Value& value) {
  return expression::evaluate(route, [&](int) { return value; }) == expression::Truth::is_true;
}

RC_GTEST_PROP(RouteCandidatesProperty, AgreeWithEveryAnswer, ()) {
  const Item item = *rc::gen::elementOf(small_items());
  const std::string text = *condition(item);
  const Edition edition = sample::edition({item, sample::asked_if(sample::phase("next"), text)});
  const expression::Expression& route = *edition.items[1].ask_if;
  Outcomes possible;
  for (const Answer& answer : every_answer(item)) {
    possible.emplace(points_for(item, grid_years, answer).earned,
                     is_open(route, route_value(item, grid_years, answer)));
  }
  Outcomes found;
  for (const Candidate& candidate : route_candidates(item, grid_years, 0, route.nodes)) {
    if (candidate.answer.state == AnswerState::answered)
      found.emplace(candidate.points, is_open(route, candidate.value));
  }
  RC_ASSERT(found == possible);
}

TEST(RouteCandidates, HoldNoAnswerOnlyWhereTheRouteAsksForIt) {
  const Edition edition =
      sample::edition({sample::yes_no("x"), sample::asked_if(sample::phase("a"), "x == yes"),
                       sample::asked_if(sample::phase("b"), "not answered(x)")});
  EXPECT_EQ(route_candidates(edition.items[0], 2, 0, edition.items[1].ask_if->nodes).size(), 2u);
  EXPECT_EQ(route_candidates(edition.items[0], 2, 0, edition.items[2].ask_if->nodes).size(), 3u);
}

}  // namespace
}  // namespace smm::instrument
