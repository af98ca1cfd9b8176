// SPDX-License-Identifier: Apache-2.0
// The kinds of reference list: what a file that somebody publishes says about places, and what a snapshot of
// it is called. docs/reference/reference-lists.md documents the source of each and its columns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace smm::outcomes::reference {

enum class ListKind : std::uint8_t {
  hpsa,       // shortage areas: HRSA's national file, a history with a row per component
  hpsa_find,  // the same of single states, as exported from HRSA's HPSA Find
  mua,        // medically underserved areas and populations
  ruca_zip,   // rural-urban commuting area codes
  ruca_tract,
  zip_county,  // HUD crosswalks
  zip_tract,
  tract_geocode,  // answers of the census batch geocoder
  state_shares,   // make-up of each state's population
  taxonomy_set,   // which taxonomy codes count as primary care
};

inline constexpr std::size_t list_kinds = 10;

std::span<const ListKind> all_list_kinds();
std::string_view name_of(ListKind kind);  // "ruca-zip"
std::optional<ListKind> list_kind(std::string_view name);
// The columns of a snapshot of this kind, in order.
std::span<const std::string_view> columns_of(ListKind kind);

}  // namespace smm::outcomes::reference
