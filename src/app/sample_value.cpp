// SPDX-License-Identifier: Apache-2.0
#include "app/sample_value.hpp"

#include <algorithm>
#include <cmath>

namespace smm::app {
namespace {

using instrument::Item;
using instrument::ItemType;
using instrument::Option;

// The option that stands as far up the list of points as the leaning does.
std::string sample_option(const Item& item, double leaning) {
  std::vector<const Option*> options;
  for (const Option& option : item.options) {
    if (!option.leaves) options.push_back(&option);
  }
  std::stable_sort(options.begin(), options.end(),
                   [](const auto* a, const auto* b) { return a->points < b->points; });
  const double last = static_cast<double>(options.size()) - 1;
  return options[static_cast<std::size_t>(std::lround(leaning * last))]->id;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ";") + part;
  return text.empty() ? "none" : text;
}

std::string sample_set(const Item& item, double leaning, base::Random& random) {
  std::vector<std::string> chosen;
  for (const Option& option : item.options) {
    const bool lean = random.chance(leaning);
    if (lean && !option.exclusive && !option.leaves) chosen.push_back(option.id);
  }
  return joined(chosen);
}

std::string sample_grid(const Item& item, int years, double leaning, base::Random& random) {
  std::vector<std::string> cells;
  for (const Option& topic : item.options) {
    for (int year = 1; year <= years; ++year) {
      if (random.chance(leaning)) cells.push_back(topic.id + "@" + std::to_string(year));
    }
  }
  return joined(cells);
}

std::string fraction(double share, base::Random& random) {
  const auto of = 40 + random.below(160);
  return std::to_string(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(of))) + "/" +
         std::to_string(of);
}

// Between the first and the last step, stretched by a fifth on both sides: schools fall on all of them.
double between_steps(const Item& item, double leaning) {
  if (item.steps.empty()) return leaning * 100;
  const double easy = item.steps.front().threshold;
  const double hard = item.steps.back().threshold;
  return easy + (hard - easy) * (1.4 * leaning - 0.2);
}

std::string sample_two_shares(const Item& item, double leaning, base::Random& random) {
  const double target = between_steps(item, leaning);
  const double comparator = 0.3 + 0.4 * random.uniform();
  const bool ratio = item.compare == instrument::Compare::ratio;
  const double own = ratio ? target * comparator : comparator + target / 100;
  return fraction(own, random) + "|" + fraction(comparator, random);
}

std::string sample_amount(const Item& item, double leaning, base::Random& random) {
  if (item.steps.empty()) return std::to_string(20 + random.below(280));
  return std::to_string(std::max(0L, std::lround(between_steps(item, leaning))));
}

}  // namespace

std::string sample_value(const Item& item, int years, double leaning, base::Random& random) {
  switch (item.type) {
    case ItemType::yes_no:
      if (item.scored == instrument::Scored::no) return random.chance(0.85) ? "yes" : "no";
      return random.chance(leaning) ? "yes" : "no";
    case ItemType::one_of:
    case ItemType::phase:
      return sample_option(item, leaning);
    case ItemType::any_of:
      return sample_set(item, leaning, random);
    case ItemType::year_grid:
      return sample_grid(item, years, leaning, random);
    case ItemType::share:
    case ItemType::ratio:
      return fraction(between_steps(item, leaning) / 100, random);
    case ItemType::two_shares:
      return sample_two_shares(item, leaning, random);
    case ItemType::count:
    case ItemType::money:
      return sample_amount(item, leaning, random);
    case ItemType::date:
      return "2026-05-15";
    case ItemType::text:
      return "Invented for the sample.";
    case ItemType::evidence:
      return "https://example.org/sample";
  }
  return {};
}

}  // namespace smm::app
