// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/section_shape.hpp"

#include "base/assert.hpp"

namespace smm::outcomes::registry {
namespace {

using Of = EntryOf;

constexpr std::array<SectionShape, section_count> shapes = {{
    {"about", Of::byte, 1},
    {"npi", Of::person, 4},
    {"npi_order", Of::person, 4},
    {"last", Of::person, 0},
    {"first", Of::person, 0},
    {"middle", Of::person, 0},
    {"suffix", Of::person, 0},
    {"credential", Of::person, 0},
    {"flags", Of::person, 1},
    {"enumerated", Of::person, 2},
    {"updated", Of::person, 2},
    {"practice_postal", Of::person, 4},
    {"practice_city", Of::person, 0},
    {"practice_state", Of::person, 0},
    {"practice_country", Of::person, 0},
    {"mailing_postal", Of::person, 4},
    {"mailing_city", Of::person, 0},
    {"mailing_state", Of::person, 0},
    {"mailing_country", Of::person, 0},
    {"text_offsets", Of::offset, 4},
    {"texts", Of::byte, 1},
    {"taxonomy_offsets", Of::offset, 4},
    {"taxonomy_code", Of::taxonomy, 0},
    {"taxonomy_state", Of::taxonomy, 0},
    {"taxonomy_place", Of::taxonomy, 1},
    {"other_row", Of::other_name, 4},
    {"other_last", Of::other_name, 0},
    {"other_first", Of::other_name, 0},
    {"other_middle", Of::other_name, 0},
    {"other_kind", Of::other_name, 1},
    {"standing_row", Of::standing, 4},
    {"standing_deactivated", Of::standing, 2},
    {"standing_reactivated", Of::standing, 2},
    {"standing_reason", Of::standing, 0},
    {"location_row", Of::location, 4},
    {"location_source", Of::location, 1},
    {"location_postal", Of::location, 4},
    {"location_city", Of::location, 0},
    {"location_state", Of::location, 0},
    {"location_country", Of::location, 0},
    {"location_text_offsets", Of::offset, 4},
    {"location_texts", Of::byte, 1},
    {"medicare_row", Of::medicare, 4},
    {"medicare_school", Of::medicare, 0},
    {"medicare_year", Of::medicare, 2},
    {"bare_npi", Of::bare_deactivation, 4},
    {"bare_day", Of::bare_deactivation, 2},
    {"surname_offsets", Of::offset, 4},
    {"surname_texts", Of::byte, 1},
    {"given_name_offsets", Of::offset, 4},
    {"given_name_texts", Of::byte, 1},
    {"suffix_offsets", Of::offset, 4},
    {"suffix_texts", Of::byte, 1},
    {"credential_offsets", Of::offset, 4},
    {"credential_texts", Of::byte, 1},
    {"city_offsets", Of::offset, 4},
    {"city_texts", Of::byte, 1},
    {"state_offsets", Of::offset, 4},
    {"state_texts", Of::byte, 1},
    {"country_offsets", Of::offset, 4},
    {"country_texts", Of::byte, 1},
    {"postal_offsets", Of::offset, 4},
    {"postal_texts", Of::byte, 1},
    {"taxonomy_text_offsets", Of::offset, 4},
    {"taxonomy_texts", Of::byte, 1},
    {"reason_offsets", Of::offset, 4},
    {"reason_texts", Of::byte, 1},
    {"school_offsets", Of::offset, 4},
    {"school_texts", Of::byte, 1},
    {"last_index_offsets", Of::offset, 4},
    {"last_index", Of::indexed_row, 4},
    {"first_index_offsets", Of::offset, 4},
    {"first_index", Of::indexed_row, 4},
    {"other_last_index_offsets", Of::offset, 4},
    {"other_last_index", Of::indexed_row, 4},
}};

}  // namespace

const SectionShape& shape_of(Section section) {
  const auto index = static_cast<std::size_t>(section);
  SMM_ASSERT(index < section_count);
  return shapes[index];
}

std::string_view name_of(Section section) {
  return shape_of(section).name;
}

}  // namespace smm::outcomes::registry
