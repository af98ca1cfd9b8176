// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/first_name_postings.hpp"

#include <algorithm>

namespace smm::outcomes::linkage {

FirstNamePostings::FirstNamePostings(const RegistryIndex& index, const std::vector<std::uint32_t>& keys)
    : place_of_(index.given_keys().names.size()) {
  std::uint32_t places = 0;
  for (const std::uint32_t key : keys)
    if (key != 0 && place_of_[key] == 0) place_of_[key] = ++places;
  begin_.resize(cell_of(places + 1, 0, 0) + 2);
  const auto persons = index.traits();
  for (const PersonTraits& person : persons)
    if (const std::size_t cell = cell_of(index, person); cell != 0) ++begin_[cell + 2];
  for (std::size_t cell = 2; cell < begin_.size(); ++cell) begin_[cell] += begin_[cell - 1];
  positions_.resize(begin_.back() + 1);
  // begin_[cell + 1] moves from the beginning of the cell to its end, which is where the next one begins.
  for (std::uint32_t at = 0; at < persons.size(); ++at)
    if (const std::size_t cell = cell_of(index, persons[at]); cell != 0) positions_[begin_[cell + 1]++] = at;
}

std::size_t FirstNamePostings::cell_of(const RegistryIndex& index, const PersonTraits& person) const {
  const std::uint32_t place = place_of_[index.given_first(person.first)];
  if (place == 0) return 0;
  return cell_of(place, static_cast<unsigned>(person.group), std::min<unsigned>(person.year, years - 1));
}

}  // namespace smm::outcomes::linkage
