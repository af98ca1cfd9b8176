// SPDX-License-Identifier: Apache-2.0
#include "app/placing/place_file.hpp"

#include <map>

#include "app/placing/reference_folder.hpp"
#include "outcomes/place/area_set.hpp"

namespace smm::app::placing {
namespace {

namespace place = outcomes::place;

// Designations are counted by id: they have many components.
void count_mua(const outcomes::reference::ReferenceAt& reference, PlacedAddresses& placed) {
  constexpr int millennium = 2000;
  std::map<std::string_view, bool> old;
  for (const auto& component : reference.mua)
    if (place::in_force(component, reference.options.day) == place::InForce::yes)
      old[component.id] = component.designated.given() && component.designated.year() < millennium;
  placed.mua_designations = old.size();
  for (const auto& [id, is_old] : old) placed.mua_before_2000 += is_old;
}

}  // namespace

base::Result<PlacedAddresses> place_file(const Files& files, const Content& content,
                                         const PlaceFileRequest& request) {
  auto reference = open_reference_folder(files, content, request.reference, request.options);
  if (!reference) return std::move(reference).problems();
  auto bytes = files.open(request.addresses);
  if (!bytes) return std::move(bytes).problems();
  const auto addresses = place::AddressFile::read(**bytes, request.addresses, request.options.day);
  if (!addresses) return addresses.problems();
  PlacedAddresses placed;
  placed.file = place::place_addresses(*addresses, place::Places(*reference), request.rule);
  placed.lists = reference->lists;
  placed.missing = reference->missing;
  placed.citation = cited(*reference);
  placed.left_out = reference->warnings;
  placed.left_out.insert(placed.left_out.end(), addresses->problems().begin(), addresses->problems().end());
  count_mua(*reference, placed);
  return placed;
}

}  // namespace smm::app::placing
