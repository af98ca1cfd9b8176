// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/area_set.hpp"

#include <algorithm>

namespace smm::outcomes::place {
namespace {

using reference::ComponentType;
using reference::ShortageComponent;
using reference::ShortageStatus;

constexpr std::uint64_t subdivisions_per_county = 100'000;

template <class Area>
void sort_unique(std::vector<Area>& areas) {
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
}

template <class Area>
bool holds(const std::vector<Area>& areas, Area area) {
  return std::binary_search(areas.begin(), areas.end(), area);
}

Bounds bounds_of(bool surely, bool perhaps) {
  return {surely ? 1.0 : 0.0, surely || perhaps ? 1.0 : 0.0};
}

}  // namespace

InForce in_force(const ShortageComponent& component, registry::Day day) {
  if (component.designated > day) return InForce::no;
  switch (component.status) {
    case ShortageStatus::designated:
      return InForce::yes;
    case ShortageStatus::proposed_for_withdrawal:
      return InForce::perhaps;
    case ShortageStatus::withdrawn:
      break;
  }
  return component.withdrawn > day ? InForce::yes : InForce::no;
}

AreaSet::AreaSet(std::span<const ShortageComponent> components, registry::Day day,
                 const std::function<bool(const ShortageComponent&)>& wanted) {
  for (const ShortageComponent& component : components) {
    const InForce standing = in_force(component, day);
    if (standing != InForce::no && wanted(component)) add(component, standing == InForce::yes);
  }
  sort_unique(tracts_);
  sort_unique(perhaps_tracts_);
  sort_unique(counties_);
  sort_unique(perhaps_counties_);
  sort_unique(counties_of_parts_);
}

void AreaSet::add(const ShortageComponent& component, bool surely) {
  switch (component.component) {
    case ComponentType::county: {
      const County county{static_cast<std::uint32_t>(component.area)};
      (surely ? counties_ : perhaps_counties_).push_back(county);
      return;
    }
    case ComponentType::subdivision: {
      const County county{static_cast<std::uint32_t>(component.area / subdivisions_per_county)};
      perhaps_counties_.push_back(county);
      counties_of_parts_.push_back(county);
      return;
    }
    case ComponentType::tract: {
      const Tract tract{component.area};
      (surely ? tracts_ : perhaps_tracts_).push_back(tract);
      counties_of_parts_.push_back(tract.county());
      return;
    }
    case ComponentType::facility:
      return;
  }
}

Bounds AreaSet::of(Tract tract) const {
  const bool surely = holds(tracts_, tract) || holds(counties_, tract.county());
  return bounds_of(surely, holds(perhaps_tracts_, tract) || holds(perhaps_counties_, tract.county()));
}

Bounds AreaSet::of(County county) const {
  return bounds_of(holds(counties_, county),
                   holds(perhaps_counties_, county) || holds(counties_of_parts_, county));
}

std::vector<County> AreaSet::part_counties() const {
  std::vector<County> parts;
  std::set_difference(counties_of_parts_.begin(), counties_of_parts_.end(), counties_.begin(),
                      counties_.end(), std::back_inserter(parts));
  return parts;
}

}  // namespace smm::outcomes::place
