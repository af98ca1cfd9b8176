// SPDX-License-Identifier: Apache-2.0
#include "instrument/item_reader.hpp"

#include <algorithm>

#include "base/content_id.hpp"
#include "base/problems.hpp"
#include "instrument/problems.hpp"
#include "instrument/read_word.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Problems;

template <class Entry>
std::string read_reference(DocumentReader& reader, std::string_view key, const std::vector<Entry>& entries,
                           Problems& problems) {
  const std::string id = reader.id(key);
  const bool known =
      std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.id == id; });
  if (!known && !id.empty() && !entries.empty()) {
    problems.emplace_back(problem::unknown_id, "no such " + std::string(key) + ": \"" + id + "\"",
                          reader.place(key));
  }
  return id;
}

std::vector<std::string> read_terms(DocumentReader& reader, const Edition& edition, Problems& problems) {
  std::vector<std::string> ids;
  for (const PlacedId& named : read_placed_ids(reader, "terms")) {
    const auto is = [&](const Term& term) { return term.id == named.id; };
    if (std::none_of(edition.terms.begin(), edition.terms.end(), is))
      problems.emplace_back(problem::unknown_id, "no glossary term \"" + named.id + "\"", named.place);
    ids.push_back(named.id);
  }
  return ids;
}

Wording read_wording(DocumentReader& reader) {
  Wording wording;
  wording.question = reader.optional_text("question").value_or("");
  wording.why = reader.optional_text("why").value_or("");
  wording.definitions = reader.optional_text("definitions").value_or("");
  wording.example = reader.optional_text("example").value_or("");
  wording.reported = reader.optional_text("reported").value_or("");
  wording.evidence = reader.optional_text("evidence").value_or("");
  return wording;
}

std::vector<std::pair<std::string, std::string>> read_labels(DocumentReader& reader, const Item& item,
                                                             Problems& problems) {
  std::vector<std::pair<std::string, std::string>> labels;
  const Document* document = reader.child("labels");
  if (document == nullptr) return labels;
  DocumentReader fields(*document, problems);
  if (document->map() == nullptr) return labels;
  for (const base::MapEntry& entry : *document->map()) {
    const auto is = [&](const Option& option) { return option.id == entry.key; };
    if (std::none_of(item.options.begin(), item.options.end(), is)) {
      problems.emplace_back(problem::unknown_id, "no option \"" + entry.key + "\" in " + item.id,
                            entry.key_place);
    }
    labels.emplace_back(entry.key, fields.text(entry.key));
  }
  return labels;
}

Variant read_variant(const Document& document, const Item& item, const Edition& edition, Problems& problems) {
  DocumentReader reader(document, problems);
  Variant variant;
  variant.place = document.place;
  variant.programmes = read_programme_set(reader, edition, problems);
  variant.wording = read_wording(reader);
  if (reader.has("period")) variant.period = read_reference(reader, "period", edition.periods, problems);
  variant.labels = read_labels(reader, item, problems);
  variant.steps = read_steps(reader, item.direction, problems);
  reader.finish();
  return variant;
}

void read_variants(DocumentReader& reader, Item& item, const Edition& edition, Problems& problems) {
  ProgrammeSet seen = 0;
  for (const Document& document : reader.list("variants")) {
    Variant variant = read_variant(document, item, edition, problems);
    const bool foreign = item.programmes != 0 && (variant.programmes & ~item.programmes) != 0;
    if ((variant.programmes & seen) != 0 || foreign) {
      problems.emplace_back(problem::type_mismatch,
                            item.id + ": a variant names a program twice, or one that the item is not for",
                            document.place);
    }
    seen |= variant.programmes;
    item.variants.push_back(std::move(variant));
  }
}

void read_standing(DocumentReader& reader, Item& item, const Edition& edition, SectionKind kind,
                   Problems& problems) {
  item.kind = read_word(reader, "kind", item_kind_words, ItemKind::process, problems);
  const Scored usual = kind == SectionKind::area ? Scored::yes : Scored::no;
  item.scored = read_optional_word(reader, "scored", scored_words, problems).value_or(usual);
  item.programmes = read_programme_set(reader, edition, problems);
  item.shared = read_word(reader, "answered", answered_words, true, problems);
  item.unit = read_word(reader, "unit", unit_words, Unit::school, problems);
  item.office = read_reference(reader, "office", edition.offices, problems);
  item.lever = read_optional_word(reader, "lever", lever_words, problems);
  item.effort = read_optional_word(reader, "effort", effort_words, problems);
  item.period = read_reference(reader, "period", edition.periods, problems);
  item.time_bound = read_word(reader, "timing", timing_words, false, problems);
  item.measure = reader.optional_text("measure").value_or("");
  item.legal = reader.optional_text("legal").value_or("");
  item.gathering_minutes = read_within(reader, "gathering", 0, 10000, problems).value_or(0);
}

}  // namespace

std::vector<PlacedId> read_placed_ids(DocumentReader& reader, std::string_view key) {
  reader.ids(key);  // reports what is no id
  std::vector<PlacedId> ids;
  const Document* document = reader.child(key);
  if (document == nullptr || document->list() == nullptr) return ids;
  for (const Document& entry : *document->list()) {
    if (entry.scalar() != nullptr && base::is_content_id(entry.scalar()->text))
      ids.push_back({entry.scalar()->text, entry.place});
  }
  return ids;
}

std::optional<int> read_within(DocumentReader& reader, std::string_view key, int low, int high,
                               Problems& problems) {
  const std::size_t before = problems.size();
  const auto value = reader.optional_integer(key);
  if (!value || problems.size() > before) return std::nullopt;
  if (*value >= low && *value <= high) return static_cast<int>(*value);
  problems.emplace_back(problem::number_out_of_range,
                        "\"" + std::string(key) + "\" goes from " + std::to_string(low) + " to " +
                            std::to_string(high) + ", not " + std::to_string(*value),
                        reader.place(key));
  return std::nullopt;
}

ProgrammeSet read_programme_set(DocumentReader& reader, const Edition& edition, Problems& problems) {
  const Document* document = reader.child("programmes");
  if (document != nullptr && document->scalar() != nullptr && document->scalar()->text == "all") {
    return static_cast<ProgrammeSet>((std::uint64_t{1} << edition.programmes.size()) - 1);
  }
  const std::size_t before = problems.size();
  ProgrammeSet set = 0;
  for (const PlacedId& named : read_placed_ids(reader, "programmes")) {
    const auto position = edition.programme(named.id);
    if (!position) {
      problems.emplace_back(problem::unknown_id, "no program \"" + named.id + "\"", named.place);
    } else {
      set |= ProgrammeSet{1} << *position;
    }
  }
  if (set == 0 && problems.size() == before) {
    problems.emplace_back(base::problem::missing_field, "needs \"programmes\": all, or a list of program ids",
                          reader.place("programmes"));
  }
  return set;
}

Item read_item(const Document& document, const Edition& edition, SectionKind kind, Problems& problems) {
  DocumentReader reader(document, problems);
  Item item;
  item.place = document.place;
  item.id = reader.id("id");
  const std::size_t before = problems.size();
  item.type = read_word(reader, "type", item_type_words, ItemType::text, problems);
  const bool typed = problems.size() == before;
  read_standing(reader, item, edition, kind, problems);
  item.wording = read_wording(reader);
  item.terms = read_terms(reader, edition, problems);
  if (typed) {
    read_answer_shape(reader, item, problems);
  } else {
    pass_over_answer_shape(reader);
    item.scored = Scored::no;
  }
  item.ask_if_text = reader.optional_text("ask_if").value_or("");
  item.ask_if_place = reader.place("ask_if");
  read_variants(reader, item, edition, problems);
  reader.finish();
  return item;
}

}  // namespace smm::instrument
