// SPDX-License-Identifier: Apache-2.0
#include "instrument/edition_fields.hpp"

#include <fmt/format.h>

#include "instrument/words.hpp"

namespace smm::instrument {
namespace {

class FieldList {
 public:
  void add(Aspect aspect, std::string name, std::string_view value) {
    if (!value.empty()) fields_.push_back({aspect, prefix_ + std::move(name), std::string(value)});
  }
  void add(Aspect aspect, std::string name, double value) {
    add(aspect, std::move(name), std::string_view(fmt::format("{}", value)));
  }
  // Names of what is added next begin with `prefix`.
  void below(std::string prefix) { prefix_ = std::move(prefix); }
  std::vector<Field> take() { return std::move(fields_); }

 private:
  std::string prefix_;
  std::vector<Field> fields_;
};

std::string programme_ids(const Edition& edition, ProgrammeSet set) {
  std::string ids;
  for (std::size_t i = 0; i < edition.programmes.size(); ++i) {
    if ((set >> i & 1U) != 0) ids += (ids.empty() ? "" : ", ") + edition.programmes[i].id;
  }
  return ids;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_wording(FieldList& list, const Wording& wording) {
  list.add(Aspect::wording, "question", wording.question);
  list.add(Aspect::wording, "why", wording.why);
  list.add(Aspect::wording, "definitions", wording.definitions);
  list.add(Aspect::wording, "example", wording.example);
  list.add(Aspect::wording, "reported", wording.reported);
  list.add(Aspect::wording, "evidence", wording.evidence);
}

void add_quantity(FieldList& list, const std::string& name, const Quantity& quantity) {
  list.add(Aspect::wording, name + "numerator", quantity.numerator);
  list.add(Aspect::wording, name + "denominator", quantity.denominator);
}

void add_steps(FieldList& list, const std::vector<Step>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string name = "steps." + std::to_string(i + 1);
    list.add(Aspect::steps, name + ".threshold", steps[i].threshold);
    list.add(Aspect::steps, name + ".points", steps[i].points);
    list.add(Aspect::steps, name + ".reason", steps[i].reason);
  }
}

void add_options(FieldList& list, const std::vector<Option>& options) {
  std::vector<std::string> ids;
  for (const Option& option : options) ids.push_back(option.id);
  list.add(Aspect::options, "options", joined(ids));
  for (const Option& option : options) {
    const std::string name = "options." + option.id;
    list.add(Aspect::options, name + ".label", option.label);
    if (option.exclusive) list.add(Aspect::options, name + ".exclusive", "yes");
    if (option.leaves) list.add(Aspect::options, name + ".leaves", "yes");
    if (option.points > 0) list.add(Aspect::points, name + ".points", option.points);
    list.add(Aspect::points, name + ".reason", option.reason);
  }
}

void add_properties(FieldList& list, const Item& item) {
  list.add(Aspect::properties, "type", to_string(item.type));
  list.add(Aspect::properties, "kind", to_string(item.kind));
  list.add(Aspect::properties, "scored", word_of(scored_words, item.scored));
  list.add(Aspect::properties, "unit", to_string(item.unit));
  list.add(Aspect::properties, "office", item.office);
  if (item.lever) list.add(Aspect::properties, "lever", to_string(*item.lever));
  if (item.effort) list.add(Aspect::properties, "effort", to_string(*item.effort));
  list.add(Aspect::properties, "period", item.period);
  list.add(Aspect::properties, "timing", word_of(timing_words, item.time_bound));
  list.add(Aspect::properties, "legal", item.legal);
  list.add(Aspect::properties, "measure", item.measure);
  list.add(Aspect::properties, "terms", joined(item.terms));
  list.add(Aspect::properties, "gathering", item.gathering_minutes);
  if (item.type == ItemType::two_shares)
    list.add(Aspect::properties, "compare", word_of(compare_words, item.compare));
  if (item.maximum) list.add(Aspect::properties, "maximum", *item.maximum);
  if (item.pool_below) list.add(Aspect::properties, "pool_below", *item.pool_below);
  if (item.max_length) list.add(Aspect::properties, "max_length", *item.max_length);
}

void add_variant(FieldList& list, const Edition& edition, const Variant& variant) {
  list.below("variants." + programme_ids(edition, variant.programmes) + ".");
  add_wording(list, variant.wording);
  list.add(Aspect::properties, "period", variant.period);
  for (const auto& [option, label] : variant.labels) list.add(Aspect::options, "labels." + option, label);
  add_steps(list, variant.steps);
}

void add_programmes_and_offices(FieldList& list, const Edition& edition) {
  for (const Profession& profession : edition.professions)
    list.add(Aspect::frame, "professions." + profession.id, profession.label);
  for (const Programme& programme : edition.programmes) {
    list.below("programmes." + programme.id + ".");
    list.add(Aspect::frame, "label", programme.label);
    list.add(Aspect::frame, "short", programme.short_label);
    list.add(Aspect::frame, "profession", edition.professions[programme.profession].id);
    list.add(Aspect::frame, "years", programme.years);
    list.add(Aspect::frame, "minutes", programme.minutes_limit);
    list.add(Aspect::frame, "solo", programme.solo ? "yes" : "");
  }
  list.below("");
  for (const Office& office : edition.offices) list.add(Aspect::frame, "offices." + office.id, office.label);
  for (const Period& period : edition.periods) list.add(Aspect::frame, "periods." + period.id, period.label);
}

void add_domains(FieldList& list, const Edition& edition) {
  for (const Domain& domain : edition.domains) {
    std::vector<std::string> areas;
    for (const std::size_t area : domain.areas) areas.push_back(edition.sections[area].id);
    list.add(Aspect::frame, "domains." + domain.id + ".label", domain.label);
    list.add(Aspect::frame, "domains." + domain.id + ".about", domain.about);
    list.add(Aspect::frame, "domains." + domain.id + ".areas", joined(areas));
  }
}

void add_sections_and_terms(FieldList& list, const Edition& edition) {
  for (const Section& section : edition.sections) {
    list.add(Aspect::frame, "sections." + section.id + ".label", section.label);
    list.add(Aspect::frame, "sections." + section.id + ".historic_label", section.historic_label);
    list.add(Aspect::frame, "sections." + section.id + ".intro", section.intro);
  }
  for (const Term& term : edition.terms) {
    list.add(Aspect::frame, "terms." + term.id + ".term", term.term);
    list.add(Aspect::frame, "terms." + term.id + ".definition", term.definition);
  }
}

}  // namespace

std::vector<Field> frame_fields(const Edition& edition) {
  FieldList list;
  list.add(Aspect::frame, "id", edition.id);
  list.add(Aspect::frame, "title", edition.title);
  list.add(Aspect::frame, "version", edition.version);
  list.add(Aspect::frame, "status", word_of(status_words, edition.published));
  list.add(Aspect::frame, "language", edition.language);
  list.add(Aspect::frame, "license", edition.license);
  list.add(Aspect::frame, "about", edition.about);
  add_domains(list, edition);
  add_programmes_and_offices(list, edition);
  add_sections_and_terms(list, edition);
  return list.take();
}

std::vector<Field> item_fields(const Edition& edition, const Item& item) {
  FieldList list;
  add_wording(list, item.wording);
  add_quantity(list, "", item.own);
  add_quantity(list, "comparator.", item.comparator);
  list.add(Aspect::programmes, "programmes", programme_ids(edition, item.programmes));
  list.add(Aspect::programmes, "answered", word_of(answered_words, item.shared));
  if (item.ask_if) list.add(Aspect::routing, "ask_if", expression::print(*item.ask_if));
  add_properties(list, item);
  add_options(list, item.options);
  if (!item.steps.empty()) list.add(Aspect::steps, "direction", word_of(direction_words, item.direction));
  add_steps(list, item.steps);
  for (const Variant& variant : item.variants) add_variant(list, edition, variant);
  return list.take();
}

}  // namespace smm::instrument
