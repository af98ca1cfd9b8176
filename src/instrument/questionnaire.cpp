// SPDX-License-Identifier: Apache-2.0
#include "instrument/questionnaire.hpp"

namespace smm::instrument {
namespace {

void replace(std::string& text, const std::string& by) {
  if (!by.empty()) text = by;
}

void fold_in(Item& item, const Variant& variant) {
  replace(item.wording.question, variant.wording.question);
  replace(item.wording.why, variant.wording.why);
  replace(item.wording.definitions, variant.wording.definitions);
  replace(item.wording.example, variant.wording.example);
  replace(item.wording.reported, variant.wording.reported);
  replace(item.wording.evidence, variant.wording.evidence);
  replace(item.period, variant.period);
  if (!variant.steps.empty()) item.steps = variant.steps;
  for (const auto& [option_id, label] : variant.labels) {
    for (Option& option : item.options) {
      if (option.id == option_id) option.label = label;
    }
  }
}

}  // namespace

Questionnaire questionnaire_for(const Edition& edition, std::size_t programme, bool with_modules) {
  Questionnaire questionnaire{programme, edition.programmes.at(programme).years, {}};
  const ProgrammeSet bit = ProgrammeSet{1} << programme;
  for (std::size_t i = 0; i < edition.items.size(); ++i) {
    const bool module = edition.sections[edition.items[i].section].kind == SectionKind::module;
    if ((edition.items[i].programmes & bit) == 0 || (module && !with_modules)) continue;
    Item item = edition.items[i];
    for (const Variant& variant : edition.items[i].variants) {
      if ((variant.programmes & bit) != 0) fold_in(item, variant);
    }
    item.variants.clear();
    questionnaire.items.push_back({i, std::move(item)});
  }
  return questionnaire;
}

}  // namespace smm::instrument
