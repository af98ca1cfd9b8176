// SPDX-License-Identifier: Apache-2.0
#include "assessment/soft_checks.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace smm::assessment {
namespace {

using instrument::Route;

struct NamedCheck {
  SoftCheck check;
  std::string_view name;
};

constexpr std::array<NamedCheck, 11> check_names = {{
    {SoftCheck::part_above_whole, "part_above_whole"},
    {SoftCheck::fraction_for_percent, "fraction_for_percent"},
    {SoftCheck::comparator_repeats_own, "comparator_repeats_own"},
    {SoftCheck::small_denominator, "small_denominator"},
    {SoftCheck::amount_too_small, "amount_too_small"},
    {SoftCheck::far_from_earlier, "far_from_earlier"},
    {SoftCheck::typed_twice, "typed_twice"},
    {SoftCheck::quantity_differs, "quantity_differs"},
    {SoftCheck::digits_transposed, "digits_transposed"},
    {SoftCheck::percent_not_of_whole, "percent_not_of_whole"},
    {SoftCheck::answered_though_closed, "answered_though_closed"},
}};

constexpr auto every_check = [] {
  std::array<SoftCheck, check_names.size()> checks{};
  for (std::size_t i = 0; i < checks.size(); ++i) checks[i] = check_names[i].check;
  return checks;
}();

constexpr bool named_in_order() {
  for (std::size_t i = 0; i < check_names.size(); ++i) {
    if (static_cast<std::size_t>(check_names[i].check) != i) return false;
  }
  return true;
}
static_assert(named_in_order());

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::optional<std::string_view> earlier_at(const EarlierValues& earlier, const AnswerPlace& place) {
  const auto found = earlier.find(place);
  return found == earlier.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

}  // namespace

std::string_view to_string(SoftCheck check) {
  return check_names[static_cast<std::size_t>(check)].name;
}

std::span<const SoftCheck> soft_checks() {
  return every_check;
}

std::vector<Finding> check_routes(const SheetPlan& plan, const RoutedSheet& sheet,
                                  std::span<const SheetAnswer> answers) {
  std::vector<Finding> findings;
  for (const SheetAnswer& answer : answers) {
    const auto position = plan.find(answer.place);
    if (!position || answer.given.state != instrument::AnswerState::answered) continue;
    const Route route = sheet.routes[*position];
    if (route == Route::closed_at_zero || route == Route::leaves)
      findings.push_back({SoftCheck::answered_though_closed, {answer.place}, {answer.given.value}});
  }
  return findings;
}

std::vector<Finding> check_sheet(const SheetPlan& plan, const RoutedSheet& sheet,
                                 std::span<const SheetAnswer> answers, const EarlierValues& earlier) {
  std::vector<Finding> findings = check_routes(plan, sheet, answers);
  append(findings, check_numbers(plan, answers));
  for (const SheetAnswer& answer : answers) {
    const auto position = plan.find(answer.place);
    if (position)
      append(findings, check_answer(plan, *position, answer.given, earlier_at(earlier, answer.place)));
  }
  std::ranges::sort(findings, {}, [&](const Finding& finding) {
    return std::tuple(*plan.find(finding.places.front()), finding.check, *plan.find(finding.places.back()),
                      finding.numbers);
  });
  return findings;
}

}  // namespace smm::assessment
