// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/zip_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace smm::outcomes::place {
namespace {

using reference::Zip;
using reference::ZipPart;

constexpr std::size_t zip_codes = 100'000;
constexpr std::uint8_t largest_ruca = 10;
// HUD's shares add up to one but for rounding; those that do not are taken in proportion.
constexpr double rounding = 1e-5;

template <class Area>
using Parts = std::span<const ZipPart<Area>>;

// The parts of one ZIP code, from the sorted list.
template <class Area>
Parts<Area> parts_of(const std::vector<ZipPart<Area>>& list, Zip zip) {
  const auto [begin, end] =
      std::equal_range(list.begin(), list.end(), ZipPart<Area>{zip, {}, {}, {}},
                       [](const auto& one, const auto& other) { return one.zip < other.zip; });
  return {begin, end};
}

template <class Area>
double sum_of_shares(Parts<Area> parts) {
  double sum = 0;
  for (const auto& part : parts) sum += part.share.value_or(0);
  return sum;
}

unsigned state_of(County county) {
  return county.state();
}
unsigned state_of(Tract tract) {
  return tract.county().state();
}
County county_of(County county) {
  return county;
}
County county_of(Tract tract) {
  return tract.county();
}

// Bounds of a mixture. What lies where nothing is known may be in or out.
class Mixture {
 public:
  void add(double weight, const std::optional<Bounds>& bounds) {
    any_ = any_ || bounds.has_value();
    low_ += weight * (bounds ? bounds->low : 0.0);
    high_ += weight * (bounds ? bounds->high : 1.0);
  }
  std::optional<Bounds> bounds() const {
    if (!any_) return std::nullopt;
    return Bounds{std::min(low_, 1.0), std::min(high_, 1.0)};
  }

 private:
  bool any_ = false;
  double low_ = 0;
  double high_ = 0;
};

// Without weights: surely in what all parts are in, perhaps in what any may be in.
class Envelope {
 public:
  void add(const std::optional<Bounds>& bounds) {
    any_ = any_ || bounds.has_value();
    low_ = std::min(low_, bounds ? bounds->low : 0.0);
    high_ = std::max(high_, bounds ? bounds->high : 1.0);
  }
  std::optional<Bounds> bounds() const { return any_ ? std::optional(Bounds{low_, high_}) : std::nullopt; }

 private:
  bool any_ = false;
  double low_ = 1;
  double high_ = 0;
};

template <class Combined, class... Weight>
void add_standing(Combined& geographic, Combined& population, Combined& mua,
                  const ShortageMap::Standing& standing, Weight... weight) {
  geographic.add(weight..., standing.geographic);
  population.add(weight..., standing.population);
  mua.add(weight..., standing.mua);
}

template <class Area>
void combine_weighted(Parts<Area> parts, double sum, const ShortageMap& shortage, Placed& placed) {
  const double scale = std::abs(sum - 1) > rounding ? 1 / sum : 1;
  Mixture geographic, population, mua;
  std::map<County, double> counties;
  const ZipPart<Area>* likeliest = nullptr;
  for (const auto& part : parts) {
    const double weight = part.share.value_or(0) * scale;
    add_standing(geographic, population, mua, shortage.of(part.area, state_of(part.area)), weight);
    counties[county_of(part.area)] += weight;
    if (likeliest == nullptr || part.share.value_or(0) > likeliest->share.value_or(0)) likeliest = &part;
  }
  placed.hpsa_geographic = geographic.bounds();
  placed.hpsa_population = population.bounds();
  placed.mua = mua.bounds();
  const auto county =
      std::max_element(counties.begin(), counties.end(),
                       [](const auto& one, const auto& other) { return one.second < other.second; });
  placed.county = county->first;
  placed.county_probability = std::min(county->second, 1.0);
  if constexpr (std::is_same_v<Area, Tract>) {
    placed.tract = likeliest->area;
    placed.tract_probability = std::min(likeliest->share.value_or(0) * scale, 1.0);
  }
}

// The county with the largest share of all addresses; the first where none is told.
template <class Area>
void combine_unweighted(Parts<Area> parts, const ShortageMap& shortage, Placed& placed) {
  Envelope geographic, population, mua;
  const ZipPart<Area>* dominant = &parts.front();
  for (const auto& part : parts) {
    const County county = county_of(part.area);
    add_standing(geographic, population, mua, shortage.of(county, county.state()));
    if (part.total.value_or(0) > dominant->total.value_or(0)) dominant = &part;
  }
  placed.hpsa_geographic = geographic.bounds();
  placed.hpsa_population = population.bounds();
  placed.mua = mua.bounds();
  placed.county = county_of(dominant->area);
  placed.method = PlaceMethod::dominant_county;
}

template <class Area>
void add_states(Parts<Area> parts, ZipPlace& place) {
  for (const auto& part : parts) place.states.set(state_of(part.area));
}

ZipPlace place_of(Parts<County> counties, Parts<Tract> tracts, const ShortageMap& shortage) {
  ZipPlace place;
  add_states(counties, place);
  add_states(tracts, place);
  if (const double sum = sum_of_shares(tracts); sum > 0) {
    place.placed.method = PlaceMethod::zip_tract;
    combine_weighted(tracts, sum, shortage, place.placed);
  } else if (const double county_sum = sum_of_shares(counties); county_sum > 0) {
    place.placed.method = PlaceMethod::zip_county;
    combine_weighted(counties, county_sum, shortage, place.placed);
  } else if (!counties.empty()) {
    combine_unweighted(counties, shortage, place.placed);
  } else {
    combine_unweighted(tracts, shortage, place.placed);
  }
  return place;
}

}  // namespace

RucaCodes::RucaCodes(const reference::ReferenceAt& reference) : by_tract_(reference.ruca_tracts) {
  if (!reference.ruca_zips.empty()) by_zip_.resize(zip_codes);
  for (const reference::RucaOfZip& code : reference.ruca_zips) by_zip_[code.zip.number] = code.primary;
}

std::optional<std::uint8_t> RucaCodes::of(Zip zip) const {
  if (by_zip_.empty() || by_zip_[zip.number] == 0 || by_zip_[zip.number] > largest_ruca) return std::nullopt;
  return by_zip_[zip.number];
}

std::optional<std::uint8_t> RucaCodes::of(Tract tract) const {
  const auto found = std::lower_bound(by_tract_.begin(), by_tract_.end(), tract,
                                      [](const auto& code, Tract wanted) { return code.tract < wanted; });
  if (found == by_tract_.end() || found->tract != tract || found->primary > largest_ruca) return std::nullopt;
  return found->primary;
}

ZipPlaces::ZipPlaces(const reference::ReferenceAt& reference, const ShortageMap& shortage,
                     const RucaCodes& ruca)
    : by_zip_(zip_codes) {
  const auto add = [&](Zip zip) {
    if (by_zip_[zip.number] != 0) return;
    ZipPlace place =
        place_of(parts_of(reference.zip_counties, zip), parts_of(reference.zip_tracts, zip), shortage);
    place.placed.ruca = ruca.of(zip);
    if (!place.placed.ruca && place.placed.tract) place.placed.ruca = ruca.of(*place.placed.tract);
    places_.push_back(place);
    by_zip_[zip.number] = static_cast<std::uint32_t>(places_.size());
  };
  for (const auto& part : reference.zip_counties) add(part.zip);
  for (const auto& part : reference.zip_tracts) add(part.zip);
}

}  // namespace smm::outcomes::place
