// SPDX-License-Identifier: Apache-2.0
// How a snapshot file is laid out. docs/reference/registry.md says it for people.
//
//   header   magic, version, number of sections, length of the file (32 bytes)
//   table    one SectionEntry per section, ascending by place in the file
//   seal     SHA-256 of header and table (32 bytes): the identity of the snapshot
//   sections each beginning at a multiple of 64, zeros between them
//
// Numbers are little-endian. A change of this layout changes the magic.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace smm::outcomes::registry {

static_assert(std::endian::native == std::endian::little, "snapshots are read in place");

enum class Section : std::uint32_t {
  about,  // lines "key=value": Provenance and counts
  // One entry per person.
  npi,
  npi_order,  // rows by ascending NPI
  last,
  first,
  middle,
  suffix,
  credential,
  flags,  // bits 0-1 Sex; then the flags below
  enumerated,
  updated,
  practice_postal,
  practice_city,
  practice_state,
  practice_country,
  mailing_postal,
  mailing_city,
  mailing_state,
  mailing_country,
  text_offsets,  // one more than persons, into texts
  texts,         // per person: practice street, mailing street, licence numbers; a length byte before each
  taxonomy_offsets,  // one more than persons, into the taxonomy columns
  // One entry per taxonomy of a person.
  taxonomy_code,
  taxonomy_state,
  taxonomy_place,  // bits 0-3 slot, 4-5 PrimarySwitch
  // One entry per other name.
  other_row,
  other_last,
  other_first,
  other_middle,
  other_kind,
  // One entry per person whose number was ever deactivated.
  standing_row,
  standing_deactivated,
  standing_reactivated,
  standing_reason,
  // One entry per further address.
  location_row,
  location_source,
  location_postal,
  location_city,
  location_state,
  location_country,
  location_text_offsets,  // one more than locations
  location_texts,
  // One entry per person in the Medicare file.
  medicare_row,
  medicare_school,
  medicare_year,
  // Deactivated numbers of which nothing else is known, ascending.
  bare_npi,
  bare_day,
  // Dictionaries: offsets, texts; in the order of Words.
  surname_offsets,
  surname_texts,
  given_name_offsets,
  given_name_texts,
  suffix_offsets,
  suffix_texts,
  credential_offsets,
  credential_texts,
  city_offsets,
  city_texts,
  state_offsets,
  state_texts,
  country_offsets,
  country_texts,
  postal_offsets,
  postal_texts,
  taxonomy_text_offsets,
  taxonomy_texts,
  reason_offsets,
  reason_texts,
  school_offsets,
  school_texts,
  // Indexes: offsets per code, then rows.
  last_index_offsets,
  last_index,
  first_index_offsets,
  first_index,
  other_last_index_offsets,
  other_last_index,
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(Section::other_last_index) + 1;

enum class Words : std::uint8_t {
  surnames,
  given_names,
  suffixes,
  credentials,
  cities,
  states,
  countries,
  postal_texts,
  taxonomies,
  reasons,
  schools,
};
inline constexpr std::size_t words_count = static_cast<std::size_t>(Words::schools) + 1;

constexpr Section offsets_of(Words words) {
  return static_cast<Section>(static_cast<std::uint32_t>(Section::surname_offsets) +
                              2 * static_cast<std::uint32_t>(words));
}
constexpr Section texts_of(Words words) {
  return static_cast<Section>(static_cast<std::uint32_t>(offsets_of(words)) + 1);
}

// In the section `flags`.
inline constexpr std::uint32_t flag_other_name = 4;
inline constexpr std::uint32_t flag_standing = 8;
inline constexpr std::uint32_t flag_location = 16;
inline constexpr std::uint32_t flag_medicare = 32;

inline constexpr std::array<char, 8> snapshot_magic = {'S', 'M', 'M', 'R', 'E', 'G', '0', '1'};
inline constexpr std::size_t section_alignment = 64;

struct SnapshotHeader {
  std::array<char, 8> magic = snapshot_magic;
  std::uint32_t sections = section_count;
  std::uint32_t reserved = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t persons = 0;
};
static_assert(sizeof(SnapshotHeader) == 32);

struct SectionEntry {
  std::uint32_t section = 0;
  std::uint32_t width = 1;  // bytes of an element: 1, 2 or 4
  std::uint64_t offset = 0;
  std::uint64_t length = 0;  // in bytes
  std::array<unsigned char, 32> sha256{};
};
static_assert(sizeof(SectionEntry) == 56);

inline constexpr std::size_t seal_bytes = 32;

// "npi_order"; the name of a section for people.
std::string_view name_of(Section section);

}  // namespace smm::outcomes::registry
