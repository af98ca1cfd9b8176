// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/shortage_map.hpp"

#include <algorithm>

#include "outcomes/reference/source_text.hpp"

namespace smm::outcomes::place {
namespace {

using reference::ShortageComponent;
using reference::ShortageType;

AreaSet hpsas_of(const reference::ReferenceAt& reference, ShortageType type) {
  return {reference.hpsa, reference.options.day,
          [type](const ShortageComponent& component) { return component.type == type; }};
}

std::array<bool, 100> known(const std::array<bool, 100>& states, const std::array<bool, 100>& left_out) {
  std::array<bool, 100> both{};
  for (std::size_t state = 0; state < both.size(); ++state) both[state] = states[state] && !left_out[state];
  return both;
}

}  // namespace

ShortageMap::ShortageMap(const reference::ReferenceAt& reference)
    : geographic_(hpsas_of(reference, ShortageType::geographic)),
      population_(hpsas_of(reference, ShortageType::population)),
      mua_(reference.mua, reference.options.day, [](const ShortageComponent&) { return true; }),
      mua_known_(reference.has(reference::ListKind::mua)),
      geographic_known_(known(reference.hpsa_known, reference.geographic_left_out)),
      population_known_(known(reference.hpsa_known, reference.population_left_out)),
      facilities_known_(reference.facilities_known) {
  for (const ShortageComponent& component : reference.hpsa)
    if (component.type == ShortageType::facility && component.zip && !component.street.empty() &&
        in_force(component, reference.options.day) == InForce::yes)
      facilities_.emplace_back(component.zip->number, reference::folded(component.street));
  std::sort(facilities_.begin(), facilities_.end());
}

std::optional<bool> ShortageMap::facility(std::string_view line1, reference::Zip zip, unsigned state) const {
  if (!facilities_known_[state] || line1.empty()) return std::nullopt;
  const auto there =
      std::lower_bound(facilities_.begin(), facilities_.end(), zip.number,
                       [](const auto& facility, std::uint32_t code) { return facility.first < code; });
  if (there == facilities_.end() || there->first != zip.number) return false;
  return std::binary_search(facilities_.begin(), facilities_.end(),
                            std::pair(zip.number, reference::folded(line1)));
}

}  // namespace smm::outcomes::place
