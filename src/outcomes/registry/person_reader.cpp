// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/person_reader.hpp"

#include <algorithm>

namespace smm::outcomes::registry {
namespace {

Day read_day(const Cells& cells, std::uint32_t column) {
  return parse_registry_day(cells.at(column)).value_or(Day{});
}

Sex read_sex(std::string_view text) {
  if (text.empty()) return Sex::not_given;
  if (text == "F") return Sex::female;
  return text == "M" ? Sex::male : Sex::other;
}

PrimarySwitch read_switch(std::string_view text) {
  if (text.empty()) return PrimarySwitch::not_given;
  if (text == "Y") return PrimarySwitch::yes;
  return text == "N" ? PrimarySwitch::no : PrimarySwitch::other;
}

void read_taxonomies(const PersonColumns& columns, const Cells& cells, PersonText& person) {
  person.taxonomy_count = 0;
  for (std::uint8_t slot = 0; slot < taxonomy_slots; ++slot) {
    const TaxonomyColumns& at = columns.taxonomies[slot];
    const std::string_view code = cells.at(at.code);
    if (code.empty()) continue;
    person.taxonomies[person.taxonomy_count++] = {code, cells.at(at.licence), cells.at(at.state),
                                                  static_cast<std::uint8_t>(slot + 1),
                                                  read_switch(cells.at(at.primary))};
  }
}

void read_names(const PersonColumns& columns, const Cells& cells, PersonText& person) {
  person.last = cells.at(columns.name.last);
  person.first = cells.at(columns.name.first);
  person.middle = cells.at(columns.name.middle);
  person.suffix = cells.at(columns.suffix);
  person.credential = cells.at(columns.credential);
  person.other_names.clear();
  const OtherNameText other{cells.at(columns.other_name.last), cells.at(columns.other_name.first),
                            cells.at(columns.other_name.middle),
                            read_name_kind(cells.at(columns.other_name.kind))};
  if (!other.last.empty() || !other.first.empty()) person.other_names.push_back(other);
}

// The last of what the record dates, but not what lies in a wrong century.
Day latest_day(const PersonText& person) {
  return std::max({person.enumerated, person.updated, person.deactivated, person.reactivated});
}

}  // namespace

NameKind read_name_kind(std::string_view text) {
  if (text.empty()) return NameKind::not_given;
  if (text == "1") return NameKind::former;
  return text == "2" ? NameKind::professional : NameKind::other;
}

AddressText read_address(const AddressColumns& columns, const Cells& cells) {
  return {cells.at(columns.street), cells.at(columns.city), cells.at(columns.state),
          cells.at(columns.country), cells.at(columns.postal)};
}

ReadRecord read_record(const PersonColumns& columns, const Cells& cells, PersonText& person) {
  ReadRecord read;
  const auto npi = Npi::parse(cells.at(columns.npi));
  if (!npi) return read;
  read.npi = npi->number();
  const std::string_view entity = cells.at(columns.entity_type);
  if (entity.size() > 1 || (entity.size() == 1 && entity != "1" && entity != "2")) {
    read.reason = RejectReason::bad_entity_type;
    return read;
  }
  person.npi = read.npi;
  person.enumerated = read_day(cells, columns.enumerated);
  person.updated = read_day(cells, columns.updated);
  person.deactivated = read_day(cells, columns.deactivated);
  person.reactivated = read_day(cells, columns.reactivated);
  read.day = latest_day(person);
  if (entity == "2") {
    read.kind = RecordKind::organization;
    return read;
  }
  if (entity.empty()) {
    read.kind = RecordKind::bare_deactivation;
    read.day = person.deactivated;
    if (!read.day.given()) {
      read.kind = RecordKind::rejected;
      read.reason = RejectReason::bad_entity_type;
    }
    return read;
  }
  read.kind = RecordKind::person;
  read_names(columns, cells, person);
  person.sex = read_sex(cells.at(columns.sex));
  person.deactivation_reason = cells.at(columns.deactivation_reason);
  person.practice = read_address(columns.practice, cells);
  person.mailing = read_address(columns.mailing, cells);
  read_taxonomies(columns, cells, person);
  person.locations.clear();
  person.medicare.reset();
  return read;
}

}  // namespace smm::outcomes::registry
