// SPDX-License-Identifier: Apache-2.0
#include "instrument/edition_difference.hpp"

#include <algorithm>

#include "instrument/edition_fields.hpp"
#include "instrument/words.hpp"

namespace smm::instrument {
namespace {

constexpr Word<Aspect> aspect_words[] = {
    {Aspect::frame, "frame"},     {Aspect::wording, "wording"},       {Aspect::options, "options"},
    {Aspect::points, "points"},   {Aspect::steps, "steps"},           {Aspect::programmes, "programmes"},
    {Aspect::routing, "routing"}, {Aspect::properties, "properties"},
};

const Field* field_named(const std::vector<Field>& fields, std::string_view name) {
  const auto found =
      std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

// Changed and new fields in the order of `after`, then those that are gone.
std::vector<FieldChange> field_changes(const std::vector<Field>& before, const std::vector<Field>& after) {
  std::vector<FieldChange> changes;
  for (const Field& field : after) {
    const Field* earlier = field_named(before, field.name);
    if (earlier != nullptr && earlier->value == field.value) continue;
    changes.push_back({field.aspect, field.name, earlier == nullptr ? "" : earlier->value, field.value});
  }
  for (const Field& field : before) {
    if (field_named(after, field.name) == nullptr)
      changes.push_back({field.aspect, field.name, field.value, ""});
  }
  return changes;
}

void compare_items(const Edition& before, const Edition& after, EditionDifference& difference) {
  for (const Item& item : after.items) {
    const auto position = before.item(item.id);
    if (!position) {
      difference.added.push_back(item.id);
      continue;
    }
    const Item& earlier = before.items[*position];
    const std::string& from = before.sections[earlier.section].id;
    const std::string& to = after.sections[item.section].id;
    if (from != to) difference.moved.push_back({item.id, from, to});
    auto changes = field_changes(item_fields(before, earlier), item_fields(after, item));
    if (!changes.empty()) difference.changed.push_back({item.id, std::move(changes)});
  }
  for (const Item& item : before.items) {
    if (!after.item(item.id)) difference.removed.push_back(item.id);
  }
}

// Ids of a section's items that the other edition has in the same section.
std::vector<std::string> remaining_items(const Edition& edition, const Section& section,
                                         const Edition& other) {
  std::vector<std::string> ids;
  for (const std::size_t position : section.items) {
    const Item& item = edition.items[position];
    const auto there = other.item(item.id);
    if (there && other.sections[other.items[*there].section].id == section.id) ids.push_back(item.id);
  }
  return ids;
}

void compare_order(const Edition& before, const Edition& after, EditionDifference& difference) {
  for (const Section& section : after.sections) {
    const auto earlier = before.section(section.id);
    if (earlier && remaining_items(before, before.sections[*earlier], after) !=
                       remaining_items(after, section, before)) {
      difference.reordered.push_back(section.id);
    }
  }
}

}  // namespace

std::string_view to_string(Aspect aspect) {
  return word_of(aspect_words, aspect);
}

EditionDifference compare_editions(const Edition& before, const Edition& after) {
  EditionDifference difference;
  difference.frame = field_changes(frame_fields(before), frame_fields(after));
  compare_items(before, after, difference);
  compare_order(before, after, difference);
  return difference;
}

}  // namespace smm::instrument
