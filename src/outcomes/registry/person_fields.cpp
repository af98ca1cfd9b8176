// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/person_fields.hpp"

#include <initializer_list>

namespace smm::outcomes::registry {
namespace {

using Text = std::string;

Text copy(std::string_view text) {
  return Text(text);
}

Text sex_text(const Snapshot& snapshot, Row row) {
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
Text street_text(const Snapshot& snapshot, Row row) {
  return copy(address_from(snapshot, row, source).street);
}
template <AddressSource source>
Text city_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.cities().text(address_from(snapshot, row, source).city));
}
template <AddressSource source>
Text state_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.states().text(address_from(snapshot, row, source).state));
}
template <AddressSource source>
Text zip_text(const Snapshot& snapshot, Row row) {
  return postal_text(snapshot, address_from(snapshot, row, source).postal);
}
template <AddressSource source>
Text country_text(const Snapshot& snapshot, Row row) {
  return copy(snapshot.countries().text(address_from(snapshot, row, source).country));
}

void join(Text& list, std::initializer_list<std::string_view> parts) {
  if (!list.empty()) list += '|';
  bool first = true;
  for (const std::string_view part : parts) {
    if (!first) list += ':';
    list += part;
    first = false;
  }
}

Text taxonomy_text(const Snapshot& snapshot, Row row) {
  const auto entry = snapshot.primary_taxonomy(row);
  return entry ? copy(snapshot.taxonomies().text(snapshot.taxonomy(*entry).code)) : Text();
}

Text taxonomies_text(const Snapshot& snapshot, Row row) {
  Text list;
  const EntryRange range = snapshot.taxonomies_of(row);
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry) {
    const Taxonomy taxonomy = snapshot.taxonomy(entry);
    join(list, {std::to_string(taxonomy.slot), snapshot.taxonomies().text(taxonomy.code),
                letter_of(taxonomy.primary), snapshot.states().text(taxonomy.licence_state),
                snapshot.licence(row, entry)});
  }
  return list;
}

Text other_names_text(const Snapshot& snapshot, Row row) {
  Text list;
  for (const OtherName& name : snapshot.other_names(row))
    join(list, {word_of(name.kind), snapshot.surnames().text(name.last),
                snapshot.given_names().text(name.first), snapshot.given_names().text(name.middle)});
  return list;
}

Text locations_text(const Snapshot& snapshot, Row row) {
  Text list;
  for (const Address& address : snapshot.addresses(row)) {
    if (address.source == AddressSource::practice || address.source == AddressSource::mailing) continue;
    join(list, {word_of(address.source), address.street, snapshot.cities().text(address.city),
                snapshot.states().text(address.state), postal_text(snapshot, address.postal)});
  }
  return list;
}

Text school_text(const Snapshot& snapshot, Row row) {
  const auto record = snapshot.medicare(row);
  return record ? copy(snapshot.schools().text(record->school)) : Text();
}

Text school_year_text(const Snapshot& snapshot, Row row) {
  const auto record = snapshot.medicare(row);
  return record && record->graduation_year != 0 ? std::to_string(record->graduation_year) : Text();
}

using enum AddressSource;

constexpr PersonField fields[] = {
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
    {"practice_street", street_text<practice>},
    {"practice_city", city_text<practice>},
    {"practice_state", state_text<practice>},
    {"practice_postal", zip_text<practice>},
    {"practice_country", country_text<practice>},
    {"mailing_street", street_text<mailing>},
    {"mailing_city", city_text<mailing>},
    {"mailing_state", state_text<mailing>},
    {"mailing_postal", zip_text<mailing>},
    {"mailing_country", country_text<mailing>},
    {"taxonomy", taxonomy_text},
    {"taxonomies", taxonomies_text},
    {"other_names", other_names_text},
    {"locations", locations_text},
    {"medicare_school", school_text},
    {"medicare_year", school_year_text},
};

Text zero_padded(std::uint32_t number, std::size_t width) {
  Text digits = std::to_string(number);
  return Text(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

}  // namespace

std::span<const PersonField> person_fields() {
  return fields;
}

const PersonField* find_person_field(std::string_view name) {
  for (const PersonField& field : fields)
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
