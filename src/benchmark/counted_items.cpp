// SPDX-License-Identifier: Apache-2.0
#include "benchmark/counted_items.hpp"

#include <algorithm>

#include "instrument/points.hpp"

namespace smm::benchmark {
namespace {

using instrument::ItemType;

constexpr std::size_t most_counted_options = 64;
constexpr double threshold_slack = 1e-9;  // as in instrument/points.hpp

std::vector<std::string> options_of(const instrument::Item& item) {
  std::vector<std::string> options;
  if (!instrument::is_number(item.type)) {
    for (const instrument::Option& option : item.options) options.push_back(option.id);
  } else if (!item.steps.empty()) {
    for (std::size_t met = 0; met <= item.steps.size(); ++met)
      options.push_back("step_" + std::to_string(met));
  }
  return options;
}

std::uint64_t topics_ticked(const instrument::Item& item, int years, std::uint64_t cells) {
  const std::uint64_t row = (std::uint64_t{1} << years) - 1;
  std::uint64_t topics = 0;
  for (std::size_t topic = 0; topic < item.options.size(); ++topic)
    if ((cells >> (topic * static_cast<std::size_t>(years)) & row) != 0) topics |= std::uint64_t{1} << topic;
  return topics;
}

std::uint64_t steps_met(const instrument::Item& item, const instrument::Answer& answer) {
  const double value = instrument::step_value(item, answer.value, answer.comparator);
  const bool higher = item.direction == instrument::Direction::higher;
  const auto met = std::ranges::count_if(item.steps, [&](const instrument::Step& step) {
    return higher ? value >= step.threshold - threshold_slack : value <= step.threshold + threshold_slack;
  });
  return std::uint64_t{1} << met;
}

}  // namespace

ItemCatalogue counted_items(const instrument::Edition& edition) {
  ItemCatalogue catalogue;
  for (std::size_t at = 0; at < edition.items.size(); ++at) {
    const instrument::Item& item = edition.items[at];
    std::vector<std::string> options = options_of(item);
    if (options.empty() || options.size() > most_counted_options) continue;
    const bool several = item.type == ItemType::any_of || item.type == ItemType::year_grid;
    catalogue.items.push_back({item.id, std::move(options), !several});
    catalogue.positions.push_back(at);
  }
  return catalogue;
}

std::optional<std::uint64_t> counted_answer(const instrument::Item& item, int years,
                                            const instrument::Answer& answer) {
  if (answer.state != instrument::AnswerState::answered) return std::nullopt;
  if (instrument::is_number(item.type)) return steps_met(item, answer);
  if (item.type == ItemType::year_grid) return topics_ticked(item, years, answer.choice.chosen);
  return answer.choice.chosen;
}

}  // namespace smm::benchmark
