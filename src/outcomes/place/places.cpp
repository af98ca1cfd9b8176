// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/places.hpp"

#include <string>
#include <unordered_map>

#include "outcomes/place/shortage_map.hpp"
#include "outcomes/place/zip_places.hpp"
#include "outcomes/reference/address_key.hpp"
#include "outcomes/reference/source_text.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::place {
namespace {

using reference::us_state;
using reference::UsState;
using reference::Zip;

// RUCA codes from here on are rural, as HRSA's Federal Office of Rural Health Policy counts them.
constexpr std::uint8_t first_rural_code = 4;

bool is_home(std::string_view country) {
  const std::string word = reference::squeezed(country);
  return word.empty() || word == "us" || word == "usa" || word == "unitedstates" ||
         word == "unitedstatesofamerica" || us_state(country) != nullptr;
}

std::optional<Zip> read_five(std::string_view text) {
  const auto code = reference::read_zip(text);
  return code ? std::optional(Zip{static_cast<std::uint32_t>(code->number)}) : std::nullopt;
}

}  // namespace

struct Places::Tables {
  explicit Tables(const reference::ReferenceAt& reference)
      : shortage(reference), ruca(reference), zips(reference, shortage, ruca) {
    geocoded.reserve(reference.geocoded.size());
    for (const auto& address : reference.geocoded) geocoded.emplace(address.key, address.tract);
  }

  ShortageMap shortage;
  RucaCodes ruca;
  ZipPlaces zips;
  std::unordered_map<std::string, Tract> geocoded;

  struct Reading {
    const AddressText& text;
    const UsState* state = nullptr;
    std::optional<Zip> zip;
  };

  std::optional<Tract> geocode(const AddressText& text) const {
    if (geocoded.empty()) return std::nullopt;
    const auto found = geocoded.find(reference::address_key(text.line1, text.city, text.state, text.zip));
    return found == geocoded.end() ? std::nullopt : std::optional(found->second);
  }

  void place_in_tract(Tract tract, const Reading& reading, PlaceMethod method, Placed& placed) const {
    placed.method = method;
    placed.tract = tract;
    placed.county = tract.county();
    placed.tract_probability = placed.county_probability = 1;
    const auto standing = shortage.of(tract, tract.county().state());
    placed.hpsa_geographic = standing.geographic;
    placed.hpsa_population = standing.population;
    placed.mua = standing.mua;
    placed.ruca = ruca.of(tract);
    if (!placed.ruca && reading.zip) placed.ruca = ruca.of(*reading.zip);
    if (reading.state != nullptr && reading.state->number != tract.county().state())
      placed.reason = PlaceReason::state_disagrees;
  }

  void place_by_zip(const Reading& reading, Placed& placed) const {
    if (!reading.zip) {
      placed.reason = reading.text.zip.empty() ? PlaceReason::no_zip : PlaceReason::bad_zip;
      return;
    }
    const PlaceReason so_far = placed.reason;
    const ZipPlace* found = zips.find(*reading.zip);
    if (found == nullptr) {
      placed.ruca = ruca.of(*reading.zip);
      placed.reason = zips.empty() ? PlaceReason::no_list : PlaceReason::unknown_zip;
      return;
    }
    placed = found->placed;
    placed.reason = so_far;
    if (reading.state != nullptr && !found->states.test(reading.state->number))
      placed.reason = PlaceReason::state_disagrees;
  }

  void place_at_home(const Reading& reading, Placed& placed) const {
    if (!reading.text.tract.empty()) {
      if (const auto code = reference::read_area_code(reading.text.tract, 11))
        return place_in_tract({code->number}, reading, PlaceMethod::tract_given, placed);
      placed.reason = PlaceReason::bad_tract;
    }
    if (const auto tract = geocode(reading.text))
      return place_in_tract(*tract, reading, PlaceMethod::tract_geocoded, placed);
    place_by_zip(reading, placed);
  }

  void add_the_rest(const Reading& reading, Placed& placed) const {
    if (placed.ruca) placed.rural = *placed.ruca >= first_rural_code;
    const UsState* state = reading.state;
    if (state == nullptr && placed.county) state = us_state(placed.county->state());
    if (state == nullptr) return;
    if (const UsState* school = us_state(reading.text.school_state)) placed.in_state = state == school;
    if (reading.zip && placed.placed())
      placed.hpsa_facility = shortage.facility(reading.text.line1, *reading.zip, state->number);
  }
};

Places::Places(const reference::ReferenceAt& reference) : tables_(std::make_unique<Tables>(reference)) {}
Places::~Places() = default;
Places::Places(Places&&) noexcept = default;

Placed Places::place(const AddressText& address) const {
  AddressText text = address;
  for (std::string_view* part : {&text.line1, &text.city, &text.state, &text.zip, &text.tract, &text.country})
    *part = reference::trimmed(*part);
  Placed placed;
  Tables::Reading reading{text, us_state(text.state), read_five(text.zip)};
  const bool unknown_state = !text.state.empty() && reading.state == nullptr;
  if (reference::is_military_mail(text.state)) {
    placed.reason = PlaceReason::military_address;
  } else if (unknown_state || !is_home(text.country) ||
             (text.state.empty() && !reading.zip && !text.zip.empty() && text.tract.empty())) {
    placed.reason = PlaceReason::foreign_address;
  } else {
    tables_->place_at_home(reading, placed);
    tables_->add_the_rest(reading, placed);
  }
  return placed;
}

}  // namespace smm::outcomes::place
