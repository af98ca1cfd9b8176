// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/registry_practice.hpp"

#include <array>

#include "outcomes/place/primary_care.hpp"
#include "outcomes/registry/person_fields.hpp"

namespace smm::outcomes::measure {
namespace {

using place::Placed;
using place::PrimaryCareState;

std::optional<registry::Address> counted_address(const registry::Snapshot& snapshot, registry::Row row) {
  const std::vector<registry::Address> addresses = snapshot.addresses(row);
  constexpr std::array order{registry::AddressSource::practice, registry::AddressSource::medicare,
                             registry::AddressSource::other_location, registry::AddressSource::mailing};
  for (const registry::AddressSource source : order)
    for (const registry::Address& address : addresses)
      if (address.source == source) return address;
  return std::nullopt;
}

void set_bounds(Practice& practice, Fact fact, const std::optional<place::Bounds>& bounds) {
  if (bounds) set_bounded(practice, fact, bounds->low, bounds->high);
}

void set_known(Practice& practice, Fact fact, const std::optional<bool>& value) {
  if (!value) return;
  practice.decided.set(fact, *value);
  practice.certain.set(fact, *value);
}

void set_place(Practice& practice, const Placed& placed) {
  set_known(practice, Fact::placed, placed.placed());
  set_bounds(practice, Fact::hpsa_geo, placed.hpsa_geographic);
  set_bounds(practice, Fact::hpsa_pop, placed.hpsa_population);
  set_known(practice, Fact::hpsa_facility, placed.hpsa_facility);
  set_bounds(practice, Fact::mua, placed.mua);
  set_known(practice, Fact::rural, placed.rural);
}

void set_primary_care(Practice& practice, const PracticeSources& sources, registry::Row row) {
  const auto taxonomies = place::taxonomies_of(sources.snapshot, row);
  bool yes = false, training = false, unknown = sources.set_ids.empty();
  for (const std::string& id : sources.set_ids) {
    const auto state = place::primary_care(taxonomies, sources.taxonomy_sets, id, sources.as_of);
    yes |= state == PrimaryCareState::primary_care;
    training |= state == PrimaryCareState::in_training;
    unknown |= state == PrimaryCareState::unknown;
  }
  if (training) {
    set_known(practice, Fact::in_training, true);
  } else {
    set_known(practice, Fact::in_training, false);
    if (yes || !unknown) set_known(practice, Fact::primary_care, yes);
  }
}

place::AddressText text_of(const DatedAddress& address) {
  return {address.street, address.city, address.state, address.postal, "", "", ""};
}

// In a HPSA or MUA/P by the decided facts. A list that is not there designates nothing; without any list of
// HPSAs, or where the place leaves it open, it is not known.
std::optional<bool> is_underserved(const Placed& placed) {
  Practice practice;
  set_place(practice, placed);
  for (const Fact fact : {Fact::hpsa_geo, Fact::hpsa_pop, Fact::mua})
    if (practice.decided.get(fact) == true) return true;
  return practice.decided.get(Fact::hpsa_geo);
}

void set_stay(Practice& practice, const PracticeSources& sources, const Placed& now,
              const AddressHistory& history) {
  std::vector<std::pair<Day, std::optional<bool>>> addresses;
  for (const DatedAddress& address : history.earlier)
    addresses.emplace_back(address.seen_from, is_underserved(sources.places.place(text_of(address))));
  addresses.emplace_back(history.seen_from, is_underserved(now));
  practice.stay = first_stay(addresses, sources.snapshot.provenance().last_day);
}

}  // namespace

std::optional<UnderservedStay> first_stay(const std::vector<std::pair<Day, std::optional<bool>>>& addresses,
                                          Day last) {
  if (addresses.empty() || addresses.front().second != true) return std::nullopt;
  UnderservedStay stay{addresses.front().first, last, false};
  for (const auto& [seen_from, underserved] : addresses) {
    if (underserved == true) continue;
    stay.until = seen_from;
    stay.left = underserved == false;  // where it is not known, watching ends
    return stay;
  }
  return stay;
}

std::optional<Practice> practice_from_registry(const PracticeSources& sources, std::uint32_t npi,
                                               const AddressHistory* history) {
  const auto number = registry::Npi::of_number(npi);
  const auto row = number ? sources.snapshot.find(*number) : std::nullopt;
  if (!row) return std::nullopt;
  Practice practice;
  practice.npi = npi;
  set_known(practice, Fact::active, !sources.snapshot.standing(*row).out_of_use());
  set_primary_care(practice, sources, *row);
  const auto address = counted_address(sources.snapshot, *row);
  if (!address) return practice;
  const std::string postal = registry::postal_text(sources.snapshot, address->postal);
  const std::string_view state = sources.snapshot.states().text(address->state);
  const Placed placed =
      sources.places.place({address->street, sources.snapshot.cities().text(address->city), state, postal, "",
                            "", sources.snapshot.countries().text(address->country)});
  set_place(practice, placed);
  if (state.size() == 2)
    for (std::size_t i = 0; i < 2; ++i) practice.state_letters[i] = static_cast<std::uint8_t>(state[i]);
  if (history != nullptr) set_stay(practice, sources, placed, *history);
  return practice;
}

}  // namespace smm::outcomes::measure
