// SPDX-License-Identifier: Apache-2.0
#include "report/next_step.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "instrument/points.hpp"
#include "report/points_words.hpp"

namespace smm::report {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;
using render::Texts;

double earned_now(const Item& item, int years, const Answer& answer) {
  return answer.state == AnswerState::answered ? points_for(item, years, answer).earned : 0;
}

bool holds(std::uint64_t bits, std::size_t at) {
  return (bits >> at & 1) != 0;
}

// Every option that is as good as `option` or better.
std::vector<std::string> as_good_as(const Item& item, const instrument::Option& option) {
  std::vector<std::string> ids;
  for (const auto& each : item.options)
    if (!each.leaves && each.points >= option.points) ids.push_back(each.id);
  return ids;
}

std::optional<NextStep> next_choice(const Item& item, const Answer& answer, double now,
                                    const ShownShares& shares) {
  const instrument::Option* best = nullptr;
  for (std::size_t at = 0; at < item.options.size(); ++at) {
    const auto& option = item.options[at];
    if (option.leaves || holds(answer.choice.barred, at) || option.points <= now) continue;
    if (best == nullptr || option.points < best->points) best = &option;
  }
  if (best == nullptr) return std::nullopt;
  return NextStep{best->id, best->label, shares.of_all(item.id, as_good_as(item, *best)), best->points};
}

// What is open to be chosen next, with the share of schools that have it; the largest first, what is not
// shown last, else in the order asked.
struct Open {
  std::size_t at = 0;
  std::optional<int> share;
};

const Open* most_common(const std::vector<Open>& open) {
  const auto best =
      std::ranges::max_element(open, {}, [](const Open& each) { return each.share.value_or(-1); });
  return best == open.end() ? nullptr : &*best;
}

std::optional<NextStep> next_of_several(const Item& item, const Answer& answer, double now,
                                        const ShownShares& shares) {
  std::vector<Open> open;
  int chosen = 0;
  for (std::size_t at = 0; at < item.options.size(); ++at) {
    const auto& option = item.options[at];
    if (option.exclusive || option.leaves) continue;
    if (holds(answer.choice.chosen, at)) ++chosen;
    if (holds(answer.choice.chosen, at) || holds(answer.choice.barred, at)) continue;
    open.push_back({at, shares.of(item.id, option.id)});
  }
  const Open* best = most_common(open);
  if (best == nullptr) return std::nullopt;
  NextStep next{item.options[best->at].id, item.options[best->at].label, best->share, now};
  const auto step = std::ranges::find_if(item.steps, [&](const auto& each) { return each.points > now; });
  if (step == item.steps.end()) return std::nullopt;
  next.more = std::max(1, static_cast<int>(std::ceil(step->threshold)) - chosen);
  if (static_cast<std::size_t>(next.more) > open.size()) return std::nullopt;
  next.points = step->points;
  return next;
}

std::uint64_t row_of(std::uint64_t cells, std::size_t topic, int years) {
  return cells >> (topic * static_cast<std::size_t>(years)) & ((std::uint64_t{1} << years) - 1);
}

// The first year in which the topic may be and is not; 0 when there is none.
int free_year(const Answer& answer, std::size_t topic, int years) {
  const std::uint64_t taken =
      row_of(answer.choice.chosen, topic, years) | row_of(answer.choice.barred, topic, years);
  const int year = std::countr_one(taken) + 1;
  return year > years ? 0 : year;
}

int boxes_to(double threshold, const Item& item, int years, const Answer& answer) {
  const auto cells = static_cast<int>(item.options.size()) * years - std::popcount(answer.choice.barred);
  const int wanted = static_cast<int>(std::ceil(threshold / 100 * cells - 1e-9));
  return std::max(1, wanted - std::popcount(answer.choice.chosen));
}

std::optional<NextStep> next_in_grid(const Item& item, int years, const Answer& answer, double now,
                                     const ShownShares& shares, const Texts& texts) {
  std::vector<Open> fresh;
  std::optional<std::size_t> thinnest;
  for (std::size_t topic = 0; topic < item.options.size(); ++topic) {
    if (free_year(answer, topic, years) == 0) continue;
    const int ticked = std::popcount(row_of(answer.choice.chosen, topic, years));
    if (ticked == 0) fresh.push_back({topic, shares.of(item.id, item.options[topic].id)});
    if (!thinnest || ticked < std::popcount(row_of(answer.choice.chosen, *thinnest, years))) thinnest = topic;
  }
  const Open* best = most_common(fresh);
  if (best == nullptr && !thinnest) return std::nullopt;
  const std::size_t topic = best != nullptr ? best->at : *thinnest;
  const auto step = std::ranges::find_if(item.steps, [&](const auto& each) { return each.points > now; });
  if (step == item.steps.end()) return std::nullopt;
  NextStep next;
  next.option = item.options[topic].id;
  next.words = texts("question.cell", {{"topic", item.options[topic].label},
                                       {"n", std::to_string(free_year(answer, topic, years))}});
  if (best != nullptr) next.share = best->share;
  next.points = step->points;
  next.more = boxes_to(step->threshold, item, years, answer);
  return next;
}

std::optional<NextStep> next_threshold(const Item& item, double now, const ShownShares& shares,
                                       const Texts& texts) {
  for (std::size_t at = 0; at < item.steps.size(); ++at) {
    if (item.steps[at].points <= now) continue;
    std::vector<std::string> from;
    for (std::size_t met = at + 1; met <= item.steps.size(); ++met)
      from.push_back("step_" + std::to_string(met));
    return NextStep{from.front(), step_points_rows(item, item.steps, texts)[at].answer,
                    shares.of_all(item.id, from), item.steps[at].points};
  }
  return std::nullopt;
}

}  // namespace

std::optional<NextStep> next_step(const Item& item, int years, const Answer& answer,
                                  const ShownShares& shares, const Texts& texts) {
  const double now = earned_now(item, years, answer);
  switch (item.type) {
    case ItemType::yes_no:
    case ItemType::one_of:
    case ItemType::phase:
      return next_choice(item, answer, now, shares);
    case ItemType::any_of:
      return next_of_several(item, answer, now, shares);
    case ItemType::year_grid:
      return next_in_grid(item, years, answer, now, shares, texts);
    default:
      return next_threshold(item, now, shares, texts);
  }
}

}  // namespace smm::report
