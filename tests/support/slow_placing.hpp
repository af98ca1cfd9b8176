// SPDX-License-Identifier: Apache-2.0
// Placing by a ZIP code the slow obvious way: for every address all rows of all lists are looked at. What
// outcomes/place works out ahead is compared with this.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "outcomes/place/placed.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::test {

class SlowPlacing {
 public:
  explicit SlowPlacing(const outcomes::reference::ReferenceAt& reference) : reference_(reference) {}

  // Of an address with a readable ZIP code at home and nothing else.
  outcomes::place::Placed place(outcomes::reference::Zip zip) const {
    outcomes::place::Placed placed;
    if (const auto tracts = parts(reference_.zip_tracts, zip); sum(tracts) > 0) {
      placed.method = outcomes::place::PlaceMethod::zip_tract;
      weigh(tracts, placed);
      const auto likeliest = most(tracts);
      placed.tract = likeliest.first;
      placed.tract_probability = likeliest.second;
    } else if (const auto counties = parts(reference_.zip_counties, zip); sum(counties) > 0) {
      placed.method = outcomes::place::PlaceMethod::zip_county;
      weigh(counties, placed);
    }
    placed.ruca = code(reference_.ruca_zips, [&](const auto& row) { return row.zip == zip; });
    if (!placed.ruca && placed.tract)
      placed.ruca = code(reference_.ruca_tracts, [&](const auto& row) { return row.tract == *placed.tract; });
    if (placed.ruca) placed.rural = *placed.ruca >= 4;
    return placed;
  }

  // Can an address in this area be in an area of the type, and must it?
  template <class Area>
  std::optional<outcomes::place::Bounds> bounds(Area area, outcomes::reference::ShortageType type) const {
    if (!reference_.hpsa_known[county_of(area).state()]) return std::nullopt;
    outcomes::place::Bounds bounds;
    for (const auto& row : reference_.hpsa) {
      if (row.type != type || row.designated > reference_.options.day) continue;
      using outcomes::reference::ShortageStatus;
      if (row.status == ShortageStatus::withdrawn && row.withdrawn <= reference_.options.day) continue;
      if (!touches(row, area)) continue;
      bounds.high = 1;
      if (row.status != ShortageStatus::proposed_for_withdrawal && contains(row, area)) bounds.low = 1;
    }
    return bounds;
  }

 private:
  using County = outcomes::reference::County;
  using Tract = outcomes::reference::Tract;
  using Component = outcomes::reference::ShortageComponent;
  using ComponentType = outcomes::reference::ComponentType;

  template <class Area>
  static std::map<Area, double> parts(const std::vector<outcomes::reference::ZipPart<Area>>& list,
                                      outcomes::reference::Zip zip) {
    std::map<Area, double> found;
    for (const auto& part : list)
      if (part.zip == zip) found[part.area] += part.share.value_or(0);
    return found;
  }

  template <class Area>
  static double sum(const std::map<Area, double>& parts) {
    double all = 0;
    for (const auto& [area, share] : parts) all += share;
    return all;
  }

  template <class Area>
  static std::pair<Area, double> most(const std::map<Area, double>& parts) {
    std::pair<Area, double> found{{}, -1};
    for (const auto& [area, share] : parts)
      if (share > found.second) found = {area, share};
    found.second /= sum(parts);
    return found;
  }

  static County county_of(County county) { return county; }
  static County county_of(Tract tract) { return tract.county(); }
  static County county_of(const Component& row) {
    std::uint64_t number = row.area;
    while (number > 99'999) number /= row.component == ComponentType::tract ? 1'000'000 : 100'000;
    return {static_cast<std::uint32_t>(number)};
  }

  static bool touches(const Component& row, County county) {
    return row.component != ComponentType::facility && county_of(row) == county;
  }
  static bool touches(const Component& row, Tract tract) {
    return row.component == ComponentType::tract ? row.area == tract.number : touches(row, tract.county());
  }
  static bool contains(const Component& row, County) { return row.component == ComponentType::county; }
  static bool contains(const Component& row, Tract) {
    return row.component == ComponentType::county || row.component == ComponentType::tract;
  }

  template <class Area>
  void weigh(const std::map<Area, double>& parts, outcomes::place::Placed& placed) const {
    using outcomes::reference::ShortageType;
    const double all = sum(parts);
    placed.hpsa_geographic = mixed(parts, all, ShortageType::geographic);
    placed.hpsa_population = mixed(parts, all, ShortageType::population);
    std::map<County, double> counties;
    for (const auto& [area, share] : parts) counties[county_of(area)] += share;
    const auto likeliest = most(counties);
    placed.county = likeliest.first;
    placed.county_probability = likeliest.second;
  }

  template <class Area>
  std::optional<outcomes::place::Bounds> mixed(const std::map<Area, double>& parts, double all,
                                               outcomes::reference::ShortageType type) const {
    outcomes::place::Bounds bounds;
    bool known = false;
    for (const auto& [area, share] : parts) {
      const auto own = this->bounds(area, type);
      known = known || own.has_value();
      bounds.low += share / all * (own ? own->low : 0);
      bounds.high += share / all * (own ? own->high : 1);
    }
    return known ? std::optional(bounds) : std::nullopt;
  }

  template <class Codes, class Wanted>
  static std::optional<std::uint8_t> code(const Codes& codes, Wanted wanted) {
    for (const auto& row : codes)
      if (wanted(row) && row.primary <= 10) return row.primary;
    return std::nullopt;
  }

  const outcomes::reference::ReferenceAt& reference_;
};

}  // namespace smm::test
