// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/snapshot.hpp"

#include "crypto/sha256_stream.hpp"
#include "outcomes/registry/row_texts.hpp"
#include "outcomes/registry/section_shape.hpp"

namespace smm::outcomes::registry {
namespace {

bool says_anything(const Address& address) {
  return address.city != 0 || address.state != 0 || address.postal.given();
}

}  // namespace

std::string_view Snapshot::section_bytes(Section section) const {
  const SectionEntry& entry = table_[static_cast<std::size_t>(section)];
  return bytes_.substr(entry.offset, entry.length);
}

std::vector<std::string> Snapshot::verify() const {
  std::vector<std::string> changed;
  for (const SectionEntry& entry : table_) {
    const auto section = static_cast<Section>(entry.section);
    if (crypto::sha256_of(section_bytes(section)) != entry.sha256) changed.emplace_back(name_of(section));
  }
  return changed;
}

OtherName Snapshot::other_name(std::uint32_t entry) const {
  return {number(Section::other_last, entry), number(Section::other_first, entry),
          number(Section::other_middle, entry),
          static_cast<NameKind>(number(Section::other_kind, entry) & 3U)};
}

std::vector<OtherName> Snapshot::other_names(Row row) const {
  std::vector<OtherName> names;
  if (!has_other_name(row)) return names;
  const EntryRange range = other_names_.of(row);
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry) names.push_back(other_name(entry));
  return names;
}

Taxonomy Snapshot::taxonomy(std::uint32_t entry) const {
  const std::uint32_t place = number(Section::taxonomy_place, entry);
  return {number(Section::taxonomy_code, entry), number(Section::taxonomy_state, entry),
          static_cast<std::uint8_t>(place & 15U), static_cast<PrimarySwitch>(place >> 4 & 3U)};
}

std::string_view Snapshot::licence(Row row, std::uint32_t entry) const {
  const EntryRange mine = taxonomies_of(row);
  if (entry < mine.begin || entry >= mine.end) snapshot_is_damaged();
  const EntryRange range = text_lists_.at(row);
  RowTexts texts(section_bytes(Section::texts).substr(range.begin, range.size()));
  texts.skip(2 + entry - mine.begin);
  return texts.next();
}

std::optional<std::uint32_t> Snapshot::primary_taxonomy(Row row) const {
  const EntryRange range = taxonomies_of(row);
  if (range.size() == 0) return std::nullopt;
  for (std::uint32_t entry = range.begin; entry < range.end; ++entry)
    if (taxonomy(entry).primary == PrimarySwitch::yes) return entry;
  return range.begin;
}

Address Snapshot::location(std::uint32_t entry) const {
  const EntryRange range = location_texts_.at(entry);
  const auto source =
      number(Section::location_source, entry) == 1 ? AddressSource::medicare : AddressSource::other_location;
  return {source,
          section_bytes(Section::location_texts).substr(range.begin, range.size()),
          number(Section::location_city, entry),
          number(Section::location_state, entry),
          number(Section::location_country, entry),
          {number(Section::location_postal, entry)}};
}

std::vector<Address> Snapshot::addresses(Row row) const {
  const EntryRange range = text_lists_.at(row);
  RowTexts texts(section_bytes(Section::texts).substr(range.begin, range.size()));
  const std::string_view practice_street = texts.next();
  const std::string_view mailing_street = texts.next_or(practice_street);
  std::vector<Address> found = {
      {AddressSource::practice, practice_street, number(Section::practice_city, row), practice_state(row),
       number(Section::practice_country, row), practice_postal(row)},
      {AddressSource::mailing, mailing_street, number(Section::mailing_city, row), mailing_state(row),
       number(Section::mailing_country, row), mailing_postal(row)}};
  if ((number(Section::flags, row) & flag_location) != 0) {
    const EntryRange further = locations_.of(row);
    for (std::uint32_t entry = further.begin; entry < further.end; ++entry) found.push_back(location(entry));
  }
  std::erase_if(found, [](const Address& address) { return !says_anything(address); });
  return found;
}

Standing Snapshot::standing(Row row) const {
  if ((number(Section::flags, row) & flag_standing) == 0) return {};
  const EntryRange range = standings_.of(row);
  if (range.size() != 1) snapshot_is_damaged();
  return {day(Section::standing_deactivated, range.begin), day(Section::standing_reactivated, range.begin),
          number(Section::standing_reason, range.begin)};
}

std::optional<MedicareRecord> Snapshot::medicare(Row row) const {
  if ((number(Section::flags, row) & flag_medicare) == 0) return std::nullopt;
  const EntryRange range = medicare_.of(row);
  if (range.size() != 1) snapshot_is_damaged();
  return MedicareRecord{number(Section::medicare_school, range.begin),
                        static_cast<std::uint16_t>(number(Section::medicare_year, range.begin))};
}

Row Snapshot::row_by_npi(std::uint32_t rank) const {
  return number(Section::npi_order, rank);
}

std::optional<Row> Snapshot::find(Npi wanted) const {
  std::uint32_t low = 0;
  for (std::uint32_t count = persons_; count > 0;) {
    const std::uint32_t half = count / 2;
    if (npi(row_by_npi(low + half)) < wanted.number()) {
      low += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  if (low == persons_ || npi(row_by_npi(low)) != wanted.number()) return std::nullopt;
  return row_by_npi(low);
}

std::uint32_t Snapshot::bare_deactivations() const {
  return static_cast<std::uint32_t>(columns_[static_cast<std::size_t>(Section::bare_npi)].size());
}

BareDeactivation Snapshot::bare_deactivation(std::uint32_t index) const {
  return {number(Section::bare_npi, index), day(Section::bare_day, index)};
}

}  // namespace smm::outcomes::registry
