// SPDX-License-Identifier: Apache-2.0
#include "instrument/checks.hpp"
#include "instrument/problems.hpp"

namespace smm::instrument {
namespace {

using base::Problems;

void owe(const Item& item, bool there, std::string_view field, Problems& problems) {
  if (!there)
    problems.emplace_back(problem::missing_help, item.id + " has no \"" + std::string(field) + "\"",
                          item.place);
}

void check_words(const Item& item, Problems& problems) {
  owe(item, !item.wording.question.empty(), "question", problems);
  owe(item, !item.wording.why.empty(), "why", problems);
  owe(item, !item.wording.definitions.empty() || !item.terms.empty(), "definitions", problems);
  owe(item, !item.wording.example.empty(), "example", problems);
  owe(item, !item.wording.evidence.empty(), "evidence", problems);
  owe(item, !is_number(item.type) || !item.wording.reported.empty(), "reported", problems);
}

void check_reasons(const Item& item, const std::vector<Step>& steps, Problems& problems) {
  for (const Step& step : steps) {
    if (step.reason.empty())
      problems.emplace_back(problem::missing_reason, item.id + " gives points at this step without a reason",
                            step.place);
  }
}

void check_indicator(const Item& item, Problems& problems) {
  owe(item, item.lever.has_value(), "lever", problems);
  owe(item, item.effort.has_value(), "effort", problems);
  owe(item, item.kind != ItemKind::context, "kind other than context", problems);
  for (const Option& option : item.options) {
    if (option.points > 0 && option.reason.empty()) {
      problems.emplace_back(problem::missing_reason,
                            item.id + " gives points for \"" + option.id + "\" without a reason",
                            option.place);
    }
  }
  check_reasons(item, item.steps, problems);
  for (const Variant& variant : item.variants) check_reasons(item, variant.steps, problems);
}

}  // namespace

void check_help(const Edition& edition, Problems& problems) {
  for (const Item& item : edition.items) {
    check_words(item, problems);
    if (item.scored != Scored::no) check_indicator(item, problems);
  }
}

}  // namespace smm::instrument
