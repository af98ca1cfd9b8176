// SPDX-License-Identifier: Apache-2.0
// AreaSet: the designated areas of one type (geographic HPSAs, say) on a day, and whether a tract or county
// lies in one. A county that is designated in part holds an address of an unknown tract perhaps; so does one
// that holds a designated county subdivision, whose tracts are not told; so does an area proposed for
// withdrawal.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "outcomes/place/placed.hpp"
#include "outcomes/reference/lists.hpp"

namespace smm::outcomes::place {

// Is a designation in force on the day? Designated by then; and still so, or withdrawn later.
enum class InForce : std::uint8_t { no, perhaps, yes };
InForce in_force(const reference::ShortageComponent& component, registry::Day day);

class AreaSet {
 public:
  // Of the components for which `wanted` holds.
  AreaSet(std::span<const reference::ShortageComponent> components, registry::Day day,
          const std::function<bool(const reference::ShortageComponent&)>& wanted);

  Bounds of(Tract tract) const;
  Bounds of(County county) const;

  std::size_t whole_counties() const { return counties_.size(); }
  // Counties with designated parts that are not designated as a whole.
  std::vector<County> part_counties() const;

 private:
  void add(const reference::ShortageComponent& component, bool surely);

  // All sorted.
  std::vector<Tract> tracts_;
  std::vector<Tract> perhaps_tracts_;
  std::vector<County> counties_;
  std::vector<County> perhaps_counties_;   // proposed for withdrawal, or with subdivisions
  std::vector<County> counties_of_parts_;  // of tracts or subdivisions, surely or perhaps
};

}  // namespace smm::outcomes::place
