// SPDX-License-Identifier: Apache-2.0
// Placed: where an address lies, as far as the lists tell, and how that was found out.
//
// An address with a known tract is there. One with a ZIP code only is in each of the ZIP code's tracts or
// counties with a probability. Bounds are the least and the largest probability that the address lies in a
// designated area: they differ where a part of a county is designated and the tract is not known, where the
// area is a county subdivision, and where a designation is proposed for withdrawal. Nothing stands for "not
// known".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "outcomes/reference/area_code.hpp"

namespace smm::outcomes::place {

using reference::County;
using reference::Tract;

// One line of addresses.csv; all as written.
struct AddressText {
  std::string_view line1;
  std::string_view city;
  std::string_view state;
  std::string_view zip;
  std::string_view tract;         // of 11 digits, where known
  std::string_view school_state;  // for in_state
  std::string_view country;       // empty: at home, as far as state and ZIP code do not say otherwise
};

enum class PlaceMethod : std::uint8_t {
  none,
  tract_given,
  tract_geocoded,
  zip_tract,
  zip_county,
  dominant_county,  // the only or largest county of the ZIP code, without weights
};

// Why an address could not be placed, or what is odd about one that was.
enum class PlaceReason : std::uint8_t {
  none,
  future_date,
  bad_date,
  foreign_address,
  military_address,
  no_zip,
  bad_zip,
  unknown_zip,
  no_list,
  bad_tract,        // the tract was not taken; placed by ZIP code
  state_disagrees,  // the tract, or all that the ZIP code reaches, lies in another state than the address
                    // says
};

inline constexpr std::size_t place_methods = 6;
inline constexpr std::size_t place_reasons = 11;

std::string_view name_of(PlaceMethod method);
// Empty for none.
std::string_view name_of(PlaceReason reason);

struct Bounds {
  double low = 0;
  double high = 0;

  friend bool operator==(const Bounds&, const Bounds&) = default;
};

struct Placed {
  std::optional<County> county;              // the most probable
  std::optional<double> county_probability;  // nothing with dominant_county
  std::optional<Tract> tract;                // the most probable
  std::optional<double> tract_probability;
  PlaceMethod method = PlaceMethod::none;
  std::optional<Bounds> hpsa_geographic;
  std::optional<Bounds> hpsa_population;
  std::optional<bool> hpsa_facility;  // a designated facility has this address
  std::optional<Bounds> mua;
  std::optional<std::uint8_t> ruca;  // primary code, 1 to 10
  std::optional<bool> rural;         // RUCA primary code 4 or more
  std::optional<bool> in_state;      // the address lies in the state of the school
  PlaceReason reason = PlaceReason::none;

  bool placed() const { return method != PlaceMethod::none; }
};

}  // namespace smm::outcomes::place
