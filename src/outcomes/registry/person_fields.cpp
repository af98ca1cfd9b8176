// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/person_fields.hpp"

#include <initializer_list>

namespace smm::outcomes::registry {
namespace {

std::string copy(std::string_view text) {
  return std::string(text);
}

std::string sex_text(const Snapshot& snapshot, Row row) {
  constexpr std::string_view letters[] = {"", "F", "M", "X"};
  return copy(letters[static_cast<std::size_t>(snapshot.sex(row))]);
}

// The address of this source; an empty one when the person has none.
Address address_from(const Snapshot& snapshot, Row row, AddressSource source) {
  for (const Address& address : snapshot.addresses(row))
    if (address.source == source) return address;
  return {source, {}, 0, 0, 0, {}};
}

template <AddressSource source>
std::string street_text(const Snapshot& snapshot, Row row) {
  return copy(address_from(snapshot, row, source).street);
}
template <AddressSource source>
std::string city_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.cities().text(address_from(snapshot, row, source).city));
}
template <AddressSource source>
std::string state_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.states().text(address_from(snapshot, row, source).state));
}
template <AddressSource source>
std::string zip_text(const Snapshot& snapshot, Row row) {
  return postal_text(snapshot, address_from(snapshot, row, source).postal);
}
template <AddressSource source>
std::string country_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.countries().text(address_from(snapshot, row, source).country));
}

void join(std::string& list, std::initializer_list<std::string_view> parts) {
  if (!list.empty()) list += '|';
  bool first = true;
  for (const std::string_view part : parts) {
    if (!first) list += ':';
    list += part;
    first = false;
  }
}

std::string taxonomy_text(const Snapshot& snapshot, Row row) {
  const auto entry = snapshot.primary_taxonomy(row);
  return entry ? copy(snapshot.taxonomies().text(snapshot.taxonomy(*entry).code)) : std::string();
}

std::string taxonomies_text(const Snapshot& snapshot, Row row) {
  std::string list;
  const EntryRange range = snapshot.taxonomies_of(row);
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry) {
    const Taxonomy taxonomy = snapshot.taxonomy(entry);
    join(list, {std::to_string(taxonomy.slot), snapshot.taxonomies().text(taxonomy.code),
                letter_of(taxonomy.primary), snapshot.states().text(taxonomy.licence_state),
                snapshot.licence(row, entry)});
  }
  return list;
}

std::string other_names_text(const Snapshot& snapshot, Row row) {
  std::string list;
  for (const OtherName& name : snapshot.other_names(row))
    join(list, {word_of(name.kind), snapshot.surnames().text(name.last),
                snapshot.given_names().text(name.first), snapshot.given_names().text(name.middle)});
  return list;
}

std::string locations_text(const Snapshot& snapshot, Row row) {
  std::string list;
  for (const Address& address : snapshot.addresses(row)) {
    if (address.source == AddressSource::practice || address.source == AddressSource::mailing) continue;
    join(list, {word_of(address.source), address.street, snapshot.cities().text(address.city),
                snapshot.states().text(address.state), postal_text(snapshot, address.postal)});
  }
  return list;
}

std::string school_text(const Snapshot& snapshot, Row row) {
  const auto record = snapshot.medicare(row);
  return record ? copy(snapshot.schools().text(record->school)) : std::string();
}

std::string school_year_text(const Snapshot& snapshot, Row row) {
  const auto record = snapshot.medicare(row);
  return record && record->graduation_year != 0 ? std::to_string(record->graduation_year) : std::string();
}

constexpr PersonField all_person_fields[] = {
    {"npi", [](const Snapshot& s, Row r) { return std::to_string(s.npi(r)); }},
    {"last", [](const Snapshot& s, Row r) { return copy(s.surnames().text(s.last(r))); }},
    {"first", [](const Snapshot& s, Row r) { return copy(s.given_names().text(s.first(r))); }},
    {"middle", [](const Snapshot& s, Row r) { return copy(s.given_names().text(s.middle(r))); }},
    {"suffix", [](const Snapshot& s, Row r) { return copy(s.suffixes().text(s.suffix(r))); }},
    {"credential", [](const Snapshot& s, Row r) { return copy(s.credentials().text(s.credential(r))); }},
    {"sex", sex_text},
    {"enumerated", [](const Snapshot& s, Row r) { return to_iso(s.enumerated(r)); }},
    {"updated", [](const Snapshot& s, Row r) { return to_iso(s.updated(r)); }},
    {"deactivated", [](const Snapshot& s, Row r) { return to_iso(s.standing(r).deactivated); }},
    {"reactivated", [](const Snapshot& s, Row r) { return to_iso(s.standing(r).reactivated); }},
    {"deactivation_reason",
     [](const Snapshot& s, Row r) { return copy(s.reasons().text(s.standing(r).reason)); }},
    {"practice_street", street_text<AddressSource::practice>},
    {"practice_city", city_text<AddressSource::practice>},
    {"practice_state", state_text<AddressSource::practice>},
    {"practice_postal", zip_text<AddressSource::practice>},
    {"practice_country", country_text<AddressSource::practice>},
    {"mailing_street", street_text<AddressSource::mailing>},
    {"mailing_city", city_text<AddressSource::mailing>},
    {"mailing_state", state_text<AddressSource::mailing>},
    {"mailing_postal", zip_text<AddressSource::mailing>},
    {"mailing_country", country_text<AddressSource::mailing>},
    {"taxonomy", taxonomy_text},
    {"taxonomies", taxonomies_text},
    {"other_names", other_names_text},
    {"locations", locations_text},
    {"medicare_school", school_text},
    {"medicare_year", school_year_text},
};

std::string zero_padded(std::uint32_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

std::span<const PersonField> person_fields() {
  return all_person_fields;
}

const PersonField* find_person_field(std::string_view name) {
  for (const PersonField& field : all_person_fields)
    if (field.name == name) return &field;
  return nullptr;
}

std::string postal_text(const Snapshot& snapshot, PostalCode postal) {
  if (!postal.given()) return "";
  if (postal.is_text()) return copy(snapshot.postal_texts().text(postal.number()));
  if (!postal.has_nine_digits()) return zero_padded(postal.number(), 5);
  return zero_padded(postal.number() / 10000, 5) + "-" + zero_padded(postal.number() % 10000, 4);
}

std::string_view letter_of(PrimarySwitch primary) {
  constexpr std::string_view letters[] = {"", "Y", "N", "X"};
  return letters[static_cast<std::size_t>(primary)];
}

std::string_view word_of(NameKind kind) {
  constexpr std::string_view words[] = {"", "former", "professional", "other"};
  return words[static_cast<std::size_t>(kind)];
}

std::string_view word_of(AddressSource source) {
  constexpr std::string_view words[] = {"practice", "mailing", "location", "medicare"};
  return words[static_cast<std::size_t>(source)];
}

}  // namespace smm::outcomes::registry
