// SPDX-License-Identifier: Apache-2.0
// What a snapshot of the registry and the lists of a day tell of how and where somebody practices.
//
// Which addresses count is a rule (place/address_rule.hpp). By practice-first it is the practice address,
// without one that of Medicare, then the first other location, then the mailing address. By all a fact is
// known only where every address of the person shares it, and bounds are the widest. The number is active
// unless it is out of use. Stays follow the practice address whatever the rule. Primary care: yes by any of
// the sets named, which are of different professions; in training if the taxonomies say so; else unknown if
// any set cannot tell.
#pragma once

#include <string>
#include <vector>

#include "outcomes/measure/practice.hpp"
#include "outcomes/place/address_rule.hpp"
#include "outcomes/place/places.hpp"
#include "outcomes/reference/lists.hpp"
#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::measure {

struct PracticeSources {
  const registry::Snapshot& snapshot;
  const place::Places& places;
  std::span<const reference::TaxonomySet> taxonomy_sets;  // all versions
  std::vector<std::string> set_ids;
  Day as_of;
  place::AddressRule rule = place::AddressRule::practice_first;
};

// An address since when it is known; the last is that of the snapshot.
struct DatedAddress {
  Day seen_from;
  std::string street;
  std::string city;
  std::string state;
  std::string postal;
};

// `earlier`: addresses that came before the snapshot's, oldest first, each with the day from which it is
// known; `seen_from` is when the snapshot's own address was first seen.
struct AddressHistory {
  std::vector<DatedAddress> earlier;
  Day seen_from;
};

// Nothing when the snapshot has no such person.
std::optional<Practice> practice_from_registry(const PracticeSources& sources, std::uint32_t npi,
                                               const AddressHistory* history);

// The first stay in underserved places that `addresses` (oldest first) show until `last`; nothing when the
// first address is known to lie elsewhere, or not known.
std::optional<UnderservedStay> first_stay(const std::vector<std::pair<Day, std::optional<bool>>>& addresses,
                                          Day last);

}  // namespace smm::outcomes::measure
