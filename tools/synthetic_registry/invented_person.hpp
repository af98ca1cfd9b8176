// SPDX-License-Identifier: Apache-2.0
// One invented person (or organization, or bare deactivation) of the registry. Which one depends on the seed
// and the row alone, so that a roster can ask for any of them again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "word_lists.hpp"

namespace synthetic {

enum class RowKind { person, organization, bare };

struct InventedAddress {
  std::string street;
  std::string city;
  std::string_view state;
  std::string zip;
};

struct InventedTaxonomy {
  std::string_view code;
  std::string licence;
  std::string_view state;
  bool primary = false;
};

struct InventedPerson {
  RowKind kind = RowKind::person;
  std::uint32_t npi = 0;
  bool female = false;
  std::string birth_last;  // at graduation
  std::string last;        // in the registry
  std::string_view first;
  std::string middle;
  std::string registry_middle;  // instead of the middle name; empty: the same
  std::string_view suffix;
  std::string other_last;  // former or professional; empty: none
  const Profession* profession = nullptr;
  std::string_view school_state;
  InventedAddress practice;
  InventedAddress mailing;
  std::vector<InventedTaxonomy> taxonomies;
  int graduation_year = 0;
  int enumeration_year = 0;
  std::string enumerated;  // MM/DD/YYYY
  std::string updated;
  std::string deactivated;
  std::string reactivated;
};

// `row` from 0; NPIs of different rows differ (for fewer than 99,999,989 rows).
InventedPerson invent(std::uint64_t seed, std::uint64_t row);
// The same person after a year in which things happened: moved, or took another name.
InventedPerson invent_later(std::uint64_t seed, std::uint64_t row, const std::string& day);

std::uint32_t invent_npi(std::uint64_t seed, std::uint64_t row);

}  // namespace synthetic
