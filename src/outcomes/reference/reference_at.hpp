// SPDX-License-Identifier: Apache-2.0
// ReferenceAt: a reference folder opened at a day. Of each kind the list in force on that day: the latest
// snapshot that is not dated after it. Three exceptions:
//   - the national HPSA file is a history, so that a later one serves when there is none before the day;
//   - HPSA Find exports hold single states, so that each state has its own latest list, be it national or an
//     export;
//   - answers of the geocoder add up.
// A kind that has no list in force is empty and named in `missing`. Results cite `lists`.
//
// docs/methods/placing.md tells how the lists are used.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "outcomes/reference/list_kind.hpp"
#include "outcomes/reference/lists.hpp"
#include "outcomes/reference/reference_list.hpp"

namespace smm::outcomes::reference {

struct ListInForce {
  ListKind kind = ListKind::hpsa;
  Day as_of;
  std::string id;  // SHA-256 of the snapshot
};

struct ReferenceOptions {
  Day day;
  ZipWeights weights = ZipWeights::total;
  Discipline discipline = Discipline::primary_care;
};

struct ReferenceAt {
  ReferenceOptions options;
  std::vector<ListInForce> lists;  // by kind, then date, then id
  std::vector<ListKind> missing;   // no list of these is in force
  base::Problems warnings;

  std::vector<ZipPart<County>> zip_counties;  // by zip, then area
  std::vector<ZipPart<Tract>> zip_tracts;
  std::vector<RucaOfZip> ruca_zips;
  std::vector<RucaOfTract> ruca_tracts;
  // Components in force on the day or withdrawn before it; all of the discipline asked for.
  std::vector<ShortageComponent> hpsa;
  std::array<bool, 100> hpsa_known{};        // by state number: is there a list that says which HPSAs it has?
  std::array<bool, 100> facilities_known{};  // and which facilities?
  // An export that has no HPSA of a type may have been made without that type: then nothing is known of it.
  std::array<bool, 100> geographic_left_out{};
  std::array<bool, 100> population_left_out{};
  std::vector<ShortageComponent> mua;
  std::vector<GeocodedAddress> geocoded;  // by key
  std::vector<StateShare> state_shares;
  std::vector<TaxonomySet> taxonomy_sets;  // all versions; by id, then from

  bool has(ListKind kind) const;
};

// Names of snapshots in a folder (reference_list.hpp) that a reference at this day would read.
std::vector<std::string> lists_to_read(std::span<const std::string> file_names, Day day);

struct NamedBytes {
  std::string name;
  std::string bytes;
};

// Reads what lists_to_read() chose. Damaged snapshots are problems; none at all is one, too.
base::Result<ReferenceAt> open_reference(std::span<const NamedBytes> lists, const ReferenceOptions& options);

// "hpsa 2026-04-30 3f2a...; zip-county ..." for a result's column of snapshots: kind, date, 12 digits of the
// id.
std::string cited(const ReferenceAt& reference);

}  // namespace smm::outcomes::reference
