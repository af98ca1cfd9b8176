// SPDX-License-Identifier: Apache-2.0
// Persons of the registry by first name, taxonomy group and year of enumeration, for the first names that a
// roster has. Finds whoever took another surname, and tells how first names and years go together. Internal
// to linkage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "outcomes/linkage/registry_index.hpp"

namespace smm::outcomes::linkage {

class FirstNamePostings {
 public:
  static constexpr unsigned years = 64;  // from first_enumeration_year on; 0: not given

  // `keys` of RegistryIndex::given_keys(), as the first word of a first name.
  FirstNamePostings(const RegistryIndex& index, const std::vector<std::uint32_t>& keys);

  // Places in RegistryIndex::traits(); none for a key that was not asked for.
  std::span<const std::uint32_t> with(std::uint32_t key, unsigned group, unsigned year) const {
    const std::uint32_t place = place_of_[key];
    if (place == 0) return {};
    const std::size_t cell = cell_of(place, group, year);
    return {&positions_[begin_[cell]], begin_[cell + 1] - begin_[cell]};
  }

 private:
  static std::size_t cell_of(std::uint32_t place, unsigned group, unsigned year) {
    return (std::size_t{place} * taxonomy_groups + group) * years + year;
  }
  std::size_t cell_of(const RegistryIndex& index, const PersonTraits& person) const;

  std::vector<std::uint32_t> place_of_;  // by key; 0: not asked for
  std::vector<std::uint32_t> begin_;     // by cell
  std::vector<std::uint32_t> positions_;
};

}  // namespace smm::outcomes::linkage
