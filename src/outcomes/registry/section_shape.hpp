// SPDX-License-Identifier: Apache-2.0
// What is known of each section beforehand: its name, whose entries it holds, and how wide they may be.
#pragma once

#include <string_view>

#include "outcomes/registry/snapshot_layout.hpp"

namespace smm::outcomes::registry {

// What has one entry in a section. Sections of one kind have the same number of entries.
enum class EntryOf : std::uint8_t {
  byte,
  person,
  taxonomy,
  other_name,
  standing,
  location,
  medicare,
  bare_deactivation,
  offset,  // into another section; how many is checked with that
  indexed_row,
};
inline constexpr std::size_t entry_kinds = 10;

struct SectionShape {
  std::string_view name;
  EntryOf entry = EntryOf::byte;
  unsigned width = 1;  // in bytes; 0: 1, 2 or 4, as wide as its numbers ask
};

const SectionShape& shape_of(Section section);

}  // namespace smm::outcomes::registry
