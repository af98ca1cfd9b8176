// SPDX-License-Identifier: Apache-2.0
// ZipPlaces: where an address lies of which nothing is known but the ZIP code, worked out once for every ZIP
// code of the crosswalks. By tracts where the tract crosswalk has weights for it, else by counties, else by
// the dominant county.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <vector>

#include "outcomes/place/shortage_map.hpp"

namespace smm::outcomes::place {

// Primary RUCA codes; nothing where a list has none or says 99 (not coded).
class RucaCodes {
 public:
  explicit RucaCodes(const reference::ReferenceAt& reference);
  std::optional<std::uint8_t> of(reference::Zip zip) const;
  std::optional<std::uint8_t> of(Tract tract) const;

 private:
  std::vector<std::uint8_t> by_zip_;  // 0: none
  std::vector<reference::RucaOfTract> by_tract_;
};

struct ZipPlace {
  Placed placed;
  std::bitset<80> states;  // that the ZIP code reaches, by number
};

class ZipPlaces {
 public:
  ZipPlaces(const reference::ReferenceAt& reference, const ShortageMap& shortage, const RucaCodes& ruca);

  // Nothing for a ZIP code that no crosswalk has.
  const ZipPlace* find(reference::Zip zip) const {
    const std::uint32_t place = by_zip_[zip.number];
    return place == 0 ? nullptr : &places_[place - 1];
  }
  bool empty() const { return places_.empty(); }

 private:
  std::vector<std::uint32_t> by_zip_;  // place in places_ plus one
  std::vector<ZipPlace> places_;
};

}  // namespace smm::outcomes::place
