// SPDX-License-Identifier: Apache-2.0
#include "outcomes/place/placed.hpp"

#include <iterator>

namespace smm::outcomes::place {
namespace {

constexpr std::string_view method_names[] = {"none",      "tract_given", "tract_geocoded",
                                             "zip_tract", "zip_county",  "dominant_county"};
constexpr std::string_view reason_names[] = {
    "",        "future_date", "bad_date", "foreign_address", "military_address", "no_zip",
    "bad_zip", "unknown_zip", "no_list",  "bad_tract",       "state_disagrees"};
static_assert(std::size(method_names) == place_methods);
static_assert(std::size(reason_names) == place_reasons);

}  // namespace

std::string_view name_of(PlaceMethod method) {
  return method_names[static_cast<std::size_t>(method)];
}

std::string_view name_of(PlaceReason reason) {
  return reason_names[static_cast<std::size_t>(reason)];
}

}  // namespace smm::outcomes::place
