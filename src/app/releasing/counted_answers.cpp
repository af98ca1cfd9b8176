// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/counted_answers.hpp"

#include <algorithm>

#include "assessment/routed_sheet.hpp"

namespace smm::app {
namespace {

using Chosen = std::vector<std::optional<std::uint64_t>>;

// What is closed to a program by its other answers counts as not answered.
Chosen chosen_by(const assessment::PlannedProgramme& planned, const assessment::RoutedProgramme& routed,
                 const instrument::Programme& programme, const benchmark::ItemCatalogue& catalogue) {
  Chosen chosen(catalogue.items.size());
  for (std::size_t i = 0; i < planned.questionnaire.items.size(); ++i) {
    const auto& asked = planned.questionnaire.items[i];
    const auto at = std::ranges::find(catalogue.positions, asked.position);
    if (at == catalogue.positions.end() || routed.routes[i] != instrument::Route::asked) continue;
    const auto place = static_cast<std::size_t>(at - catalogue.positions.begin());
    chosen[place] = benchmark::counted_answer(asked.item, programme.years, routed.answers[i]);
  }
  return chosen;
}

}  // namespace

std::vector<benchmark::SheetAnswers> counted_answers(const OpenSheet& sheet,
                                                     const std::vector<assessment::SheetAnswer>& answers,
                                                     const benchmark::ItemCatalogue& catalogue) {
  const auto routed = assessment::route_sheet(*sheet.plan, answers);
  std::vector<benchmark::SheetAnswers> all;
  for (std::size_t p = 0; p < sheet.plan->programmes.size(); ++p) {
    const auto& planned = sheet.plan->programmes[p];
    const auto& programme = sheet.edition->edition.programmes[planned.questionnaire.programme];
    all.push_back(
        {sheet.school.code, programme.id, chosen_by(planned, routed.programmes[p], programme, catalogue)});
  }
  return all;
}

}  // namespace smm::app
