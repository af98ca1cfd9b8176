// SPDX-License-Identifier: Apache-2.0
// ShortageMap: all that the lists in force say of an area: geographic and population HPSAs, MUA/P, and the
// addresses of facilities. Where no list covers a state, nothing is known of it, rather than that it has no
// shortage area.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outcomes/place/area_set.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::outcomes::place {

class ShortageMap {
 public:
  explicit ShortageMap(const reference::ReferenceAt& reference);

  // Bounds of an area by its own, nothing where no list covers its state.
  struct Standing {
    std::optional<Bounds> geographic, population, mua;
  };
  template <class Area>
  Standing of(Area area, unsigned state) const {
    return {geographic_known_[state] ? std::optional(geographic_.of(area)) : std::nullopt,
            population_known_[state] ? std::optional(population_.of(area)) : std::nullopt,
            mua_known_ ? std::optional(mua_.of(area)) : std::nullopt};
  }

  // Has a designated facility this street and ZIP code? Nothing where no list covers the state.
  std::optional<bool> facility(std::string_view line1, reference::Zip zip, unsigned state) const;

  const AreaSet& geographic() const { return geographic_; }
  const AreaSet& population() const { return population_; }

 private:
  AreaSet geographic_;
  AreaSet population_;
  AreaSet mua_;
  bool mua_known_;
  std::array<bool, 100> geographic_known_;
  std::array<bool, 100> population_known_;
  std::array<bool, 100> facilities_known_;
  std::vector<std::pair<std::uint32_t, std::string>> facilities_;  // ZIP code and folded street, sorted
};

}  // namespace smm::outcomes::place
