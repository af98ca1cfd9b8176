// SPDX-License-Identifier: Apache-2.0
// Is a person in primary care, by a named, versioned set of taxonomy codes (content/reference)?
//
// The taxonomy whose primary switch says yes decides, in whatever slot it stands; slot 1 is another one for
// about every seventh person. Where no switch says yes, or several do, those taxonomies must agree, else the
// answer is unknown. The other taxonomies matter in two ways: internal medicine counts only where no other
// code of the person is a subspecialty of it that the set does not count, and who lists a code that never
// counts (hospitalist) is not in primary care.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "outcomes/reference/lists.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::place {

enum class PrimaryCareState : std::uint8_t { unknown, in_training, not_primary_care, primary_care };
std::string_view name_of(PrimaryCareState state);

struct HeldTaxonomy {
  std::string_view code;
  registry::PrimarySwitch primary = registry::PrimarySwitch::not_given;
};

// All taxonomies of a person of a snapshot, by slot; codes are views into the snapshot.
std::vector<HeldTaxonomy> taxonomies_of(const registry::Snapshot& snapshot, registry::Row row);

PrimaryCareState primary_care(std::span<const HeldTaxonomy> taxonomies, const reference::TaxonomySet& set);

// The version of a set in force on a day; nothing when there is none.
const reference::TaxonomySet* find_taxonomy_set(std::span<const reference::TaxonomySet> sets,
                                                std::string_view id, registry::Day day);

// The same by name and day; unknown where no version of the set is in force.
PrimaryCareState primary_care(std::span<const HeldTaxonomy> taxonomies,
                              std::span<const reference::TaxonomySet> sets, std::string_view id,
                              registry::Day day);

}  // namespace smm::outcomes::place
