// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/snapshot_person.hpp"

#include <algorithm>
#include <tuple>

#include "outcomes/registry/person_fields.hpp"

namespace smm::outcomes::registry {
namespace {

AddressText text_of(const Snapshot& snapshot, const Address& address, MadeTexts& made) {
  return {address.street, snapshot.cities().text(address.city), snapshot.states().text(address.state),
          snapshot.countries().text(address.country),
          made.emplace_back(postal_text(snapshot, address.postal))};
}

void read_addresses(const Snapshot& snapshot, Row row, PersonText& person, MadeTexts& made) {
  person.practice = {};
  person.mailing = {};
  for (const Address& address : snapshot.addresses(row)) {
    if (address.source == AddressSource::practice) person.practice = text_of(snapshot, address, made);
    if (address.source == AddressSource::mailing) person.mailing = text_of(snapshot, address, made);
  }
}

void read_taxonomies(const Snapshot& snapshot, Row row, PersonText& person) {
  const EntryRange range = snapshot.taxonomies_of(row);
  if (range.size() > taxonomy_slots) snapshot_is_damaged();
  person.taxonomy_count = 0;
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry) {
    const Taxonomy taxonomy = snapshot.taxonomy(entry);
    person.taxonomies[person.taxonomy_count++] = {
        snapshot.taxonomies().text(taxonomy.code), snapshot.licence(row, entry),
        snapshot.states().text(taxonomy.licence_state), taxonomy.slot, taxonomy.primary};
  }
}

bool has_name(const PersonText& person, const OtherNameText& name) {
  return std::any_of(person.other_names.begin(), person.other_names.end(), [&](const OtherNameText& other) {
    return std::tie(other.last, other.first, other.middle) == std::tie(name.last, name.first, name.middle);
  });
}

}  // namespace

void keep_further(const Snapshot& snapshot, Row row, PersonText& person, MadeTexts& made) {
  for (const OtherName& name : snapshot.other_names(row)) {
    const OtherNameText text{snapshot.surnames().text(name.last), snapshot.given_names().text(name.first),
                             snapshot.given_names().text(name.middle), name.kind};
    if (!has_name(person, text)) person.other_names.push_back(text);
  }
  const bool has_locations = !person.locations.empty();
  for (const Address& address : snapshot.addresses(row))
    if (!has_locations && address.source != AddressSource::practice &&
        address.source != AddressSource::mailing)
      person.locations.push_back({address.source, text_of(snapshot, address, made)});
  if (const auto record = snapshot.medicare(row); record && !person.medicare)
    person.medicare = MedicareText{snapshot.schools().text(record->school), record->graduation_year};
}

void read_person(const Snapshot& snapshot, Row row, PersonText& person, MadeTexts& made) {
  made.clear();
  const Standing standing = snapshot.standing(row);
  person.npi = snapshot.npi(row);
  person.last = snapshot.surnames().text(snapshot.last(row));
  person.first = snapshot.given_names().text(snapshot.first(row));
  person.middle = snapshot.given_names().text(snapshot.middle(row));
  person.suffix = snapshot.suffixes().text(snapshot.suffix(row));
  person.credential = snapshot.credentials().text(snapshot.credential(row));
  person.sex = snapshot.sex(row);
  person.enumerated = snapshot.enumerated(row);
  person.updated = snapshot.updated(row);
  person.deactivated = standing.deactivated;
  person.reactivated = standing.reactivated;
  person.deactivation_reason = snapshot.reasons().text(standing.reason);
  read_addresses(snapshot, row, person, made);
  read_taxonomies(snapshot, row, person);
  person.other_names.clear();
  person.locations.clear();
  person.medicare.reset();
  keep_further(snapshot, row, person, made);
}

}  // namespace smm::outcomes::registry
