// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "instrument/checks.hpp"
#include "instrument/points.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

constexpr double no_limit = std::numeric_limits<double>::max();

double countable_options(const Item& item) {
  return static_cast<double>(std::count_if(item.options.begin(), item.options.end(),
                                           [](const Option& o) { return !o.exclusive && !o.leaves; }));
}

// The values that steps can be read at: from `low` to `high`, and where these are set, only multiples of
// `unit`.
struct StepValues {
  double low = 0;
  double high = no_limit;
  double unit = 0;
};

StepValues step_values(const Item& item, int years) {
  switch (item.type) {
    case ItemType::any_of:
      return {0, countable_options(item), 1};
    case ItemType::year_grid:
      return {0, 100, 100.0 / (static_cast<double>(std::max<std::size_t>(item.options.size(), 1)) * years)};
    case ItemType::share:
      return {0, 100};
    case ItemType::two_shares:
      return item.compare == Compare::difference ? StepValues{-100, 100} : StepValues{};
    case ItemType::count:
    case ItemType::money:
      return {0, item.maximum.value_or(no_limit), 1};
    default:
      return {};
  }
}

// The value that meets `threshold` with least to spare.
double just_meeting(const Item& item, const StepValues& values, double threshold) {
  if (values.unit == 0) return threshold;
  const double units = threshold / values.unit;
  return values.unit *
         (item.direction == Direction::higher ? std::ceil(units - 1e-9) : std::floor(units + 1e-9));
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

void check_step_values(const Item& item, const std::vector<Step>& steps, int years, Problems& problems) {
  const StepValues values = step_values(item, years);
  Item with_steps = item;
  with_steps.steps = steps;
  for (const Step& step : steps) {
    const double value = just_meeting(item, values, step.threshold);
    const bool possible = value >= values.low - 1e-9 && value <= values.high + 1e-9;
    if (!possible || step_points(with_steps, value) > step.points) {
      problems.emplace_back(problem::unreachable_points,
                            item.id + ": no answer reaches this step without reaching the next", step.place);
    }
  }
  const double worst = item.direction == Direction::higher ? values.low : values.high;
  if (step_points(with_steps, worst) > 0) {
    problems.emplace_back(problem::no_zero_answer, item.id + ": even the weakest answer meets the first step",
                          steps.front().place);
  }
}

// `years` are those of every program the steps are for: only a grid's values depend on them.
void check_steps(const Item& item, const std::vector<Step>& steps, const std::set<int>& years,
                 Problems& problems) {
  for (const Step& step : steps) {
    if (step.points < 0)
      problems.emplace_back(problem::negative_points, item.id + ": points are below zero", step.place);
  }
  const std::size_t before = problems.size();
  check_step_order(item, steps, problems);
  if (problems.size() > before) return;
  for (const int count : years) check_step_values(item, steps, count, problems);
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
  const bool variant_gives = std::any_of(item.variants.begin(), item.variants.end(),
                                         [](const Variant& variant) { return !variant.steps.empty(); });
  if (full_points(item) > 0 || variant_gives) {
    problems.emplace_back(problem::unreachable_points, item.id + " gives points but is not scored",
                          item.place);
  }
}

std::set<int> years_of(const Edition& edition, ProgrammeSet programmes) {
  std::set<int> years;
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    if ((programmes >> i & 1u) != 0) years.insert(edition.programmes[i].years);
  }
  return years;
}

void check_variant_steps(const Edition& edition, const Item& item, const Variant& variant,
                         Problems& problems) {
  if (variant.steps.empty()) return;
  if (item.steps.empty() || variant.steps.back().points != item.steps.back().points) {
    problems.emplace_back(problem::type_mismatch,
                          item.id + ": a variant's steps end at the same points as the item's",
                          variant.place);
  }
  if (!item.steps.empty()) check_steps(item, variant.steps, years_of(edition, variant.programmes), problems);
}

void check_scored(const Edition& edition, const Item& item, Problems& problems) {
  if (full_points(item) <= 0) {
    problems.emplace_back(problem::type_mismatch,
                          item.id + " is scored, so it needs a type and steps or options that earn points",
                          item.place);
  }
  if (item.steps.empty()) check_option_points(item, problems);
  if (!item.steps.empty()) check_steps(item, item.steps, years_of(edition, item.programmes), problems);
  for (const Variant& variant : item.variants) check_variant_steps(edition, item, variant, problems);
}

}  // namespace

void check_points(const Edition& edition, Problems& problems) {
  for (const Item& item : edition.items) {
    const bool in_area = edition.sections[item.section].kind == SectionKind::area;
    if (item.scored == Scored::no) {
      check_unscored(item, problems);
    } else if (in_area) {
      check_scored(edition, item, problems);
    } else {
      problems.emplace_back(problem::scored_outside_area, item.id + " is scored but stands outside the areas",
                            item.place);
    }
  }
}

}  // namespace smm::instrument
