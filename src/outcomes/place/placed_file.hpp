// SPDX-License-Identifier: Apache-2.0
// Writes placed.csv, and counts what came of a file of addresses. Probabilities and bounds have at most six
// decimals. mua has a number only where its bounds are the same.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "outcomes/place/address_file.hpp"
#include "outcomes/place/placed.hpp"
#include "outcomes/place/places.hpp"

namespace smm::outcomes::place {

inline constexpr std::string_view placed_columns =
    "person_id,source,date,county,county_probability,tract,tract_probability,method,hpsa_geo_low,hpsa_geo_"
    "high,"
    "hpsa_pop_low,hpsa_pop_high,hpsa_facility,mua,ruca,rural,in_state,reason\n";

void append_placed_row(std::string_view person, std::string_view source, std::string_view date,
                       const Placed& placed, std::string& out);

struct PlacingCounts {
  std::uint64_t rows = 0;  // of addresses.csv that are rows
  std::uint64_t persons = 0;
  std::uint64_t counted = 0;                           // addresses that count by the rule
  std::uint64_t placed = 0;                            // of these
  std::uint64_t persons_without = 0;                   // of whom no address counts
  std::array<std::uint64_t, place_methods> methods{};  // of counted addresses
  std::array<std::uint64_t, place_reasons>
      reasons{};                                 // of counted addresses, and of those refused for their date
  std::array<int, place_reasons> first_lines{};  // where a reason stands first
  std::uint64_t county_only_part = 0;  // placed by county, in a county designated in part: bounds are wide
};

struct PlacedFile {
  std::string csv;
  PlacingCounts counts;
};

// One row per address that counts, in the order of the file. A person of whom none does has one row, with the
// reason of the first address.
PlacedFile place_addresses(const AddressFile& addresses, const Places& places, AddressRule rule);

}  // namespace smm::outcomes::place
