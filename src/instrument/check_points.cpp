// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "instrument/checks.hpp"
#include "instrument/points.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

// The values a step can be read at, from the least to the greatest that an answer can have.
struct Range {
  double low = 0;
  double high = std::numeric_limits<double>::max();
};

double countable_options(const Item& item) {
  return static_cast<double>(std::count_if(item.options.begin(), item.options.end(),
                                           [](const Option& o) { return !o.exclusive && !o.leaves; }));
}

Range step_range(const Item& item) {
  switch (item.type) {
    case ItemType::any_of:
      return {0, countable_options(item)};
    case ItemType::share:
    case ItemType::year_grid:
      return {0, 100};
    case ItemType::two_shares:
      return item.compare == Compare::difference ? Range{-100, 100} : Range{};
    case ItemType::count:
    case ItemType::money:
      return {0, item.maximum.value_or(std::numeric_limits<double>::max())};
    default:
      return {};
  }
}

bool harder(const Item& item, double threshold, double than) {
  return item.direction == Direction::higher ? threshold > than : threshold < than;
}

void check_step_order(const Item& item, const std::vector<Step>& steps, Problems& problems) {
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (!harder(item, steps[i].threshold, steps[i - 1].threshold) || steps[i].points <= steps[i - 1].points) {
      problems.emplace_back(problem::unreachable_points,
                            item.id + ": this step is not harder, or earns no more, than the one before",
                            steps[i].place);
    }
  }
}

void check_steps(const Item& item, const std::vector<Step>& steps, Problems& problems) {
  const Range range = step_range(item);
  for (const Step& step : steps) {
    if (step.points < 0)
      problems.emplace_back(problem::negative_points, item.id + ": points are below zero", step.place);
    if (step.threshold < range.low || step.threshold > range.high) {
      problems.emplace_back(problem::unreachable_points, item.id + ": no answer reaches this step",
                            step.place);
    }
  }
  check_step_order(item, steps, problems);
  const double worst = item.direction == Direction::higher ? range.low : range.high;
  Item with_steps = item;
  with_steps.steps = steps;
  if (step_points(with_steps, worst) > 0) {
    problems.emplace_back(problem::no_zero_answer, item.id + ": even the weakest answer meets the first step",
                          steps.front().place);
  }
}

void check_option_points(const Item& item, Problems& problems) {
  double least = std::numeric_limits<double>::max();
  for (const Option& option : item.options) {
    if (option.points < 0)
      problems.emplace_back(problem::negative_points, item.id + ": points are below zero", option.place);
    if (option.leaves && option.points > 0) {
      problems.emplace_back(
          problem::unreachable_points,
          item.id + ": \"" + option.id + "\" takes the question out, so its points are never earned",
          option.place);
    }
    if (!option.leaves) least = std::min(least, option.points);
  }
  if (!item.options.empty() && least > 0)
    problems.emplace_back(problem::no_zero_answer, item.id + ": every option earns points", item.place);
}

void check_unscored(const Item& item, Problems& problems) {
  if (full_points(item) > 0) {
    problems.emplace_back(problem::unreachable_points, item.id + " gives points but is not scored",
                          item.place);
  }
}

void check_scored(const Item& item, Problems& problems) {
  if (full_points(item) <= 0) {
    problems.emplace_back(problem::type_mismatch,
                          item.id + " is scored, so it needs a type and steps or options that earn points",
                          item.place);
  }
  if (item.steps.empty()) check_option_points(item, problems);
  if (!item.steps.empty()) check_steps(item, item.steps, problems);
  for (const Variant& variant : item.variants) {
    if (variant.steps.empty()) continue;
    check_steps(item, variant.steps, problems);
    if (item.steps.empty() || variant.steps.back().points != item.steps.back().points) {
      problems.emplace_back(problem::type_mismatch,
                            item.id + ": a variant's steps end at the same points as the item's",
                            variant.place);
    }
  }
}

}  // namespace

void check_points(const Edition& edition, Problems& problems) {
  for (const Item& item : edition.items) {
    const bool in_area = edition.sections[item.section].kind == SectionKind::area;
    if (item.scored == Scored::no) {
      check_unscored(item, problems);
    } else if (in_area) {
      check_scored(item, problems);
    } else {
      problems.emplace_back(problem::scored_outside_area, item.id + " is scored but stands outside the areas",
                            item.place);
    }
  }
}

}  // namespace smm::instrument
