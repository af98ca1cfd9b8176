// SPDX-License-Identifier: Apache-2.0
#include "report/goal_aim.hpp"

#include <algorithm>
#include <bit>

#include "base/document_reader.hpp"
#include "instrument/earlier_answer.hpp"
#include "instrument/points.hpp"
#include "instrument/tracking.hpp"
#include "report/points_words.hpp"

namespace smm::report {
namespace {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Concordance;
using instrument::Edition;
using instrument::Item;
using instrument::ItemType;

int years_with(const Answer& answer, std::size_t topic, int years) {
  const std::uint64_t row = (std::uint64_t{1} << years) - 1;
  return std::popcount(answer.choice.chosen >> (topic * static_cast<std::size_t>(years)) & row);
}

// "topic:2" as ("topic", 2), "option" as ("option", 0).
struct ReadAim {
  std::string option;
  int years = 0;
};

ReadAim read_aim(const std::string& option) {
  const std::size_t colon = option.find(':');
  if (colon == std::string::npos) return {option, 0};
  const auto years = base::parse_integer(option.substr(colon + 1));
  return {option.substr(0, colon), static_cast<int>(std::clamp<std::int64_t>(years.value_or(0), 0, 8))};
}

std::optional<std::size_t> place_of_option(const Item& item, const std::string& id) {
  const auto found = std::ranges::find(item.options, id, &instrument::Option::id);
  if (found == item.options.end()) return std::nullopt;
  return static_cast<std::size_t>(found - item.options.begin());
}

// "step_2" is 1.
std::optional<std::size_t> place_of_step(const Item& item, const std::string& step) {
  constexpr std::string_view stem = "step_";
  if (!step.starts_with(stem)) return std::nullopt;
  const auto number = base::parse_integer(step.substr(stem.size()));
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > item.steps.size()) return std::nullopt;
  return static_cast<std::size_t>(*number - 1);
}

// The item as a program sees it.
const Item* item_in(const scoring::ScoringPlan& plan, const std::string& programme, std::size_t position) {
  const auto at = plan.edition->programme(programme);
  if (!at) return nullptr;
  const auto& of_programme = plan.programmes[*at];
  const int asked = of_programme.routes.at[position];
  return asked < 0 ? nullptr : &of_programme.questionnaire.items[static_cast<std::size_t>(asked)].item;
}

std::optional<std::string> answer_aimed_at(const Item& item, const std::string& aim,
                                           const render::Texts& texts) {
  const ReadAim read = read_aim(aim);
  if (instrument::is_number(item.type)) {
    const auto step = place_of_step(item, aim);
    if (!step) return std::nullopt;
    return step_points_rows(item, item.steps, texts)[*step].answer;
  }
  const auto option = place_of_option(item, read.option);
  if (!option) return std::nullopt;
  if (item.type != ItemType::year_grid) return item.options[*option].label;
  const std::string& topic = item.options[*option].label;
  if (read.years < 2) return topic;
  return texts("report.aim_years", {{"topic", topic}, {"n", std::to_string(read.years)}});
}

// ---- Reached.

// The aim in the terms of the later edition.
std::optional<GoalAim> as_later(const GoalAim& aim, const Concordance& concordance) {
  for (const auto* row : instrument::comparable_items(concordance)) {
    if (row->from.front() != aim.item) continue;
    GoalAim later{row->to.front(), aim.programme, aim.option};
    if (row->map.empty()) return later;
    const ReadAim read = read_aim(aim.option);
    const auto mapped = std::ranges::find(row->map, read.option, &instrument::MappedOption::from);
    if (mapped == row->map.end() || !mapped->to) return std::nullopt;
    later.option = *mapped->to + aim.option.substr(read.option.size());
    return later;
  }
  return std::nullopt;
}

Reached reached_if(bool there) {
  return there ? Reached::yes : Reached::no;
}

bool earns(const Item& item, int years, const Answer& answer, double points) {
  return instrument::points_for(item, years, answer).earned >= points - 1e-9;
}

Reached reached_with(const Item& item, int years, const Answer& answer, const std::string& aim) {
  if (answer.state != AnswerState::answered) return Reached::unknown;
  if (instrument::is_number(item.type)) {
    const auto step = place_of_step(item, aim);
    return step ? reached_if(earns(item, years, answer, item.steps[*step].points)) : Reached::unknown;
  }
  const ReadAim read = read_aim(aim);
  const auto option = place_of_option(item, read.option);
  if (!option) return Reached::unknown;
  if (item.type == ItemType::year_grid)
    return reached_if(years_with(answer, *option, years) >= std::max(1, read.years));
  if (item.type == ItemType::any_of) return reached_if((answer.choice.chosen >> *option & 1) != 0);
  return reached_if(earns(item, years, answer, item.options[*option].points));
}

bool is_of(const OwnSheet& sheet, const Edition& edition, const std::string& programme) {
  return programme.empty() || edition.programmes[sheet.programme].id == programme;
}

}  // namespace

std::string aim_of(const Item& item, int years, const Answer& answer, const NextStep& next) {
  if (item.type != ItemType::year_grid) return next.option;
  const auto topic = place_of_option(item, next.option);
  return next.option + ":" + std::to_string(topic ? years_with(answer, *topic, years) + 1 : 1);
}

std::optional<AimInWords> aim_in_words(const scoring::ScoringPlan& plan,
                                       const std::vector<std::string>& programmes, const GoalAim& aim,
                                       const render::Texts& texts) {
  const auto position = plan.edition->item(aim.item);
  if (!position) return std::nullopt;
  for (const std::string& programme : programmes) {
    if (!aim.programme.empty() && programme != aim.programme) continue;
    const Item* item = item_in(plan, programme, *position);
    if (item == nullptr) continue;
    const auto answer = answer_aimed_at(*item, aim.option, texts);
    if (!answer) return std::nullopt;
    return AimInWords{item->wording.question, *answer};
  }
  return std::nullopt;
}

Reached reached(const GoalAim& aim, const Concordance* concordance, const Edition& edition,
                const std::vector<OwnSheet>& sheets) {
  const auto later = concordance == nullptr ? std::nullopt : as_later(aim, *concordance);
  const auto position = later ? edition.item(later->item) : std::nullopt;
  if (!position) return Reached::unknown;
  for (const OwnSheet& sheet : sheets) {
    if (!is_of(sheet, edition, later->programme)) continue;
    const int at = sheet.plan->routes.at[*position];
    if (at < 0) continue;
    const auto place = static_cast<std::size_t>(at);
    return reached_with(sheet.plan->questionnaire.items[place].item, sheet.plan->questionnaire.years,
                        sheet.answers[place], later->option);
  }
  return Reached::unknown;
}

}  // namespace smm::report
