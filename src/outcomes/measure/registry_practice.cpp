// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/registry_practice.hpp"

#include <algorithm>
#include <array>

#include "outcomes/place/primary_care.hpp"
#include "outcomes/registry/person_fields.hpp"

namespace smm::outcomes::measure {
namespace {

using place::Placed;
using place::PrimaryCareState;

// All addresses of a snapshot are of its own day, so that the latest one is the practice's, else the first.
std::vector<registry::Address> counted_addresses(const registry::Snapshot& snapshot, registry::Row row,
                                                 place::AddressRule rule) {
  using enum registry::AddressSource;
  std::vector<registry::Address> addresses = snapshot.addresses(row);
  if (rule == place::AddressRule::all || addresses.empty()) return addresses;
  constexpr std::array order{practice, medicare, other_location, mailing};
  const std::size_t looked_for = rule == place::AddressRule::latest ? 1 : order.size();
  for (std::size_t i = 0; i < looked_for; ++i)
    for (const registry::Address& address : addresses)
      if (address.source == order[i]) return {address};
  return {addresses.front()};
}

Placed placed_address(const PracticeSources& sources, const registry::Address& address) {
  const registry::Snapshot& snapshot = sources.snapshot;
  const std::string postal = registry::postal_text(snapshot, address.postal);
  return sources.places.place({address.street, snapshot.cities().text(address.city),
                               snapshot.states().text(address.state), postal, "", "",
                               snapshot.countries().text(address.country)});
}

void widen(std::optional<place::Bounds>& all, const std::optional<place::Bounds>& one) {
  if (!all || !one)
    all.reset();
  else
    all = place::Bounds{std::min(all->low, one->low), std::max(all->high, one->high)};
}

void keep_if_alike(std::optional<bool>& all, const std::optional<bool>& one) {
  if (all != one) all.reset();
}

// What holds of several addresses at once: a fact that they do not share is not known.
void join(Placed& all, const Placed& one) {
  if (!one.placed()) all.method = one.method;
  widen(all.hpsa_geographic, one.hpsa_geographic);
  widen(all.hpsa_population, one.hpsa_population);
  widen(all.mua, one.mua);
  keep_if_alike(all.hpsa_facility, one.hpsa_facility);
  keep_if_alike(all.rural, one.rural);
}

void set_state(Practice& practice, const registry::Snapshot& snapshot,
               const std::vector<registry::Address>& addresses) {
  const auto state_of = [&](const registry::Address& each) { return snapshot.states().text(each.state); };
  const std::string_view state = state_of(addresses.front());
  const bool alike =
      std::ranges::all_of(addresses, [&](const auto& each) { return state_of(each) == state; });
  if (!alike || state.size() != 2) return;
  for (std::size_t i = 0; i < 2; ++i) practice.state_letters[i] = static_cast<std::uint8_t>(state[i]);
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
  const auto addresses = counted_addresses(sources.snapshot, *row, sources.rule);
  if (addresses.empty()) return practice;
  const Placed first = placed_address(sources, addresses.front());
  Placed placed = first;
  for (std::size_t i = 1; i < addresses.size(); ++i) join(placed, placed_address(sources, addresses[i]));
  set_place(practice, placed);
  set_state(practice, sources.snapshot, addresses);
  if (history != nullptr) set_stay(practice, sources, first, *history);
  return practice;
}

}  // namespace smm::outcomes::measure
