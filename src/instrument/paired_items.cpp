// SPDX-License-Identifier: Apache-2.0
#include "instrument/paired_items.hpp"

#include <algorithm>
#include <optional>

namespace smm::instrument {
namespace {

std::optional<SeenItem> seen_item(const Edition& edition, const Questionnaire& questionnaire,
                                  std::string_view id) {
  for (const QuestionnaireItem& asked : questionnaire.items) {
    if (asked.item.id != id) continue;
    SeenItem seen{asked.item, questionnaire.years, {}};
    for (const std::string& term : asked.item.terms) seen.glossary += edition.term(term).definition + "\n";
    return seen;
  }
  return std::nullopt;
}

bool same_options(const Item& a, const Item& b) {
  return std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                    [](const Option& x, const Option& y) {
                      return x.id == y.id && x.points == y.points && x.exclusive == y.exclusive &&
                             x.leaves == y.leaves;
                    });
}

bool same_steps(const Item& a, const Item& b) {
  return std::equal(
      a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
      [](const Step& x, const Step& y) { return x.threshold == y.threshold && x.points == y.points; });
}

bool same_labels(const Item& a, const Item& b) {
  return std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(),
                    [](const Option& x, const Option& y) { return x.label == y.label; });
}

bool same_quantity(const Quantity& a, const Quantity& b) {
  return a.numerator == b.numerator && a.denominator == b.denominator;
}

}  // namespace

PairedEditions::PairedEditions(const Edition& older, const Edition& newer) : older_(older), newer_(newer) {
  for (std::size_t i = 0; i < older.programmes.size(); ++i) {
    const auto other = newer.programme(older.programmes[i].id);
    if (!other) continue;
    programmes_.emplace_back(questionnaire_for(older, i, true), questionnaire_for(newer, *other, true));
  }
}

std::vector<PairedItem> PairedEditions::pairs(std::string_view older_item,
                                              std::string_view newer_item) const {
  std::vector<PairedItem> found;
  for (const auto& [older, newer] : programmes_) {
    auto before = seen_item(older_, older, older_item);
    auto after = seen_item(newer_, newer, newer_item);
    if (before && after) found.push_back({std::move(*before), std::move(*after)});
  }
  return found;
}

std::set<std::string> changed_subject(const PairedItem& pair) {
  const Item& a = pair.older.item;
  const Item& b = pair.newer.item;
  std::set<std::string> changed;
  if (a.shared != b.shared) changed.insert("answered");
  if (a.unit != b.unit) changed.insert("unit");
  if (a.period != b.period) changed.insert("period");
  const bool grids = a.type == ItemType::year_grid && b.type == ItemType::year_grid;
  if (grids && pair.older.years != pair.newer.years) changed.insert("years of the program");
  return changed;
}

std::set<std::string> changed_measure(const PairedItem& pair) {
  const Item& a = pair.older.item;
  const Item& b = pair.newer.item;
  std::set<std::string> changed;
  if (a.type != b.type) changed.insert("type");
  if (a.direction != b.direction) changed.insert("direction");
  if (a.compare != b.compare) changed.insert("compare");
  if (a.pool_below != b.pool_below) changed.insert("pool_below");
  if (a.maximum != b.maximum) changed.insert("maximum");
  if (!same_options(a, b)) changed.insert("options or their points");
  if (!same_steps(a, b)) changed.insert("steps");
  return changed;
}

std::set<std::string> changed_words(const PairedItem& pair) {
  const Item& a = pair.older.item;
  const Item& b = pair.newer.item;
  std::set<std::string> changed;
  if (a.wording.question != b.wording.question) changed.insert("question");
  if (a.wording.definitions != b.wording.definitions) changed.insert("definitions");
  if (!same_labels(a, b)) changed.insert("labels of options");
  const bool counts_same = same_quantity(a.own, b.own) && same_quantity(a.comparator, b.comparator);
  if (!counts_same) changed.insert("numerator or denominator");
  if (pair.older.glossary != pair.newer.glossary) changed.insert("glossary terms");
  return changed;
}

}  // namespace smm::instrument
