// SPDX-License-Identifier: Apache-2.0
// The rows of reference lists as they stand in a snapshot, read and checked. Which of them are in force on a
// day is reference_at.hpp's to say. Lists are sorted by their first column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "outcomes/reference/area_code.hpp"
#include "outcomes/registry/day.hpp"

namespace smm::outcomes::reference {

using registry::Day;

// Which share of a ZIP code's addresses lies in each county or tract.
enum class ZipWeights : std::uint8_t { total, business, residential, other };
inline constexpr std::size_t zip_weight_kinds = 4;
std::string_view name_of(ZipWeights weights);
std::optional<ZipWeights> zip_weights(std::string_view name);

template <class Area>
struct ZipPart {
  Zip zip;
  Area area;
  std::optional<double> share;  // of the kind asked for; nothing where the list gives none
  std::optional<double> total;  // of all addresses
};

struct RucaOfZip {
  Zip zip;
  std::uint8_t primary = 0;  // 1 to 10; 99 is not coded
};
struct RucaOfTract {
  Tract tract;
  std::uint8_t primary = 0;
};

enum class Discipline : std::uint8_t { primary_care, dental, mental };
std::string_view name_of(Discipline discipline);
std::optional<Discipline> discipline(std::string_view name);

enum class ShortageType : std::uint8_t { geographic, population, facility };
enum class ShortageStatus : std::uint8_t { designated, proposed_for_withdrawal, withdrawn };
enum class ComponentType : std::uint8_t { county, subdivision, tract, facility };

// One component of a designation (HPSA or MUA/P). Designations are counted by id.
struct ShortageComponent {
  std::string id;
  Discipline discipline = Discipline::primary_care;
  ShortageType type = ShortageType::geographic;
  ShortageStatus status = ShortageStatus::designated;
  Day designated;
  Day withdrawn;
  ComponentType component = ComponentType::county;
  std::uint64_t area = 0;  // County, subdivision or Tract number; 0 for a facility
  unsigned state = 0;      // 0 where not given
  std::string street;      // of a facility
  std::optional<Zip> zip;  // of a facility
};

struct GeocodedAddress {
  std::string key;  // address_key.hpp
  Tract tract;
};

// Percent of a state's population, all ages. Hispanics may be of any race, so that the parts overlap.
struct StateShare {
  std::string state;  // "NC", or "US" for the whole
  double population = 0;
  double black = 0;  // of one race alone, as the next
  double american_indian = 0;
  double hispanic = 0;
  double urm = 0;  // the three added up (docs/reference/reference-lists.md)
};

// What a taxonomy code means for a set.
enum class TaxonomyRole : std::uint8_t {
  counts,    // is primary care, unless another code of the person begins with `unless_prefix`
  never,     // whoever lists it, in whatever slot, is not counted
  training,  // a student or resident
  unknown,   // says nothing about primary care (physician assistants)
};

struct TaxonomyRule {
  std::string code;
  TaxonomyRole role = TaxonomyRole::counts;
  std::string unless_prefix;  // empty: always counts
};

struct TaxonomySet {
  std::string id;
  std::string version;
  Day from;
  Day until;  // the last day; not given: still in force
  std::vector<TaxonomyRule> rules;

  bool in_force(Day day) const { return from <= day && (!until.given() || day <= until); }
};

}  // namespace smm::outcomes::reference
