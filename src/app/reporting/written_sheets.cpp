// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/written_sheets.hpp"

#include <map>

namespace smm::app {
namespace {

using assessment::AnswerPlace;

using ByPlace = std::map<AnswerPlace, const assessment::GivenAnswer*>;

report::WrittenAnswer written(const ByPlace& answers, const std::string& programme, const std::string& item) {
  auto found = answers.find({programme, item});
  if (found == answers.end()) found = answers.find({"", item});
  if (found == answers.end()) return {};
  return {found->second->state, found->second->value, found->second->reason};
}

}  // namespace

std::vector<report::OwnSheet> own_sheets(const OpenSheet& sheet,
                                         const std::vector<assessment::SheetAnswer>& answers) {
  ByPlace by_place;
  for (const auto& answer : answers) by_place[answer.place] = &answer.given;
  const scoring::ScoringPlan& plan = sheet.edition->plan;
  std::vector<report::OwnSheet> sheets;
  for (const auto& planned : sheet.plan->programmes) {
    report::WrittenSheet one{planned.questionnaire.programme, {}};
    const std::string& programme = sheet.edition->edition.programmes[one.programme].id;
    for (const auto& item : plan.programmes[one.programme].questionnaire.items)
      one.answers.push_back(written(by_place, programme, item.item.id));
    sheets.push_back(report::own_sheet(plan, std::move(one)));
  }
  return sheets;
}

}  // namespace smm::app
