// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/section_shape.hpp"

#include "base/assert.hpp"

namespace smm::outcomes::registry {
namespace {

using enum EntryOf;

constexpr std::array<SectionShape, section_count> shapes = {{
    {"about", byte, 1},
    {"npi", person, 4},
    {"npi_order", person, 4},
    {"last", person, 0},
    {"first", person, 0},
    {"middle", person, 0},
    {"suffix", person, 0},
    {"credential", person, 0},
    {"flags", person, 1},
    {"enumerated", person, 2},
    {"updated", person, 2},
    {"practice_postal", person, 4},
    {"practice_city", person, 0},
    {"practice_state", person, 0},
    {"practice_country", person, 0},
    {"mailing_postal", person, 4},
    {"mailing_city", person, 0},
    {"mailing_state", person, 0},
    {"mailing_country", person, 0},
    {"text_offsets", offset, 4},
    {"texts", byte, 1},
    {"taxonomy_offsets", offset, 4},
    {"taxonomy_code", taxonomy, 0},
    {"taxonomy_state", taxonomy, 0},
    {"taxonomy_place", taxonomy, 1},
    {"other_row", other_name, 4},
    {"other_last", other_name, 0},
    {"other_first", other_name, 0},
    {"other_middle", other_name, 0},
    {"other_kind", other_name, 1},
    {"standing_row", standing, 4},
    {"standing_deactivated", standing, 2},
    {"standing_reactivated", standing, 2},
    {"standing_reason", standing, 0},
    {"location_row", location, 4},
    {"location_source", location, 1},
    {"location_postal", location, 4},
    {"location_city", location, 0},
    {"location_state", location, 0},
    {"location_country", location, 0},
    {"location_text_offsets", offset, 4},
    {"location_texts", byte, 1},
    {"medicare_row", medicare, 4},
    {"medicare_school", medicare, 0},
    {"medicare_year", medicare, 2},
    {"bare_npi", bare_deactivation, 4},
    {"bare_day", bare_deactivation, 2},
    {"surname_offsets", offset, 4},
    {"surname_texts", byte, 1},
    {"given_name_offsets", offset, 4},
    {"given_name_texts", byte, 1},
    {"suffix_offsets", offset, 4},
    {"suffix_texts", byte, 1},
    {"credential_offsets", offset, 4},
    {"credential_texts", byte, 1},
    {"city_offsets", offset, 4},
    {"city_texts", byte, 1},
    {"state_offsets", offset, 4},
    {"state_texts", byte, 1},
    {"country_offsets", offset, 4},
    {"country_texts", byte, 1},
    {"postal_offsets", offset, 4},
    {"postal_texts", byte, 1},
    {"taxonomy_text_offsets", offset, 4},
    {"taxonomy_texts", byte, 1},
    {"reason_offsets", offset, 4},
    {"reason_texts", byte, 1},
    {"school_offsets", offset, 4},
    {"school_texts", byte, 1},
    {"last_index_offsets", offset, 4},
    {"last_index", indexed_row, 4},
    {"first_index_offsets", offset, 4},
    {"first_index", indexed_row, 4},
    {"other_last_index_offsets", offset, 4},
    {"other_last_index", indexed_row, 4},
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
