// SPDX-License-Identifier: Apache-2.0
// A person as texts: what lies between a source (a record of the registry's file, or a snapshot made earlier)
// and a snapshot that is being made. Views into what was read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

inline constexpr std::uint8_t taxonomy_slots = 15;

struct AddressText {
  std::string_view street;
  std::string_view city;
  std::string_view state;
  std::string_view country;
  std::string_view postal;
};

struct TaxonomyText {
  std::string_view code;
  std::string_view licence;
  std::string_view state;
  std::uint8_t slot = 0;
  PrimarySwitch primary = PrimarySwitch::not_given;
};

struct OtherNameText {
  std::string_view last;
  std::string_view first;
  std::string_view middle;
  NameKind kind = NameKind::not_given;
};

struct LocationText {
  AddressSource source = AddressSource::other_location;
  AddressText address;
};

struct MedicareText {
  std::string_view school;
  std::uint16_t graduation_year = 0;
};

struct PersonText {
  std::uint32_t npi = 0;
  std::string_view last;
  std::string_view first;
  std::string_view middle;
  std::string_view suffix;
  std::string_view credential;
  Sex sex = Sex::not_given;
  Day enumerated;
  Day updated;
  Day deactivated;
  Day reactivated;
  std::string_view deactivation_reason;
  AddressText practice;
  AddressText mailing;
  std::array<TaxonomyText, taxonomy_slots> taxonomies;
  std::uint8_t taxonomy_count = 0;
  std::vector<OtherNameText> other_names;
  std::vector<LocationText> locations;
  std::optional<MedicareText> medicare;
};

}  // namespace smm::outcomes::registry
