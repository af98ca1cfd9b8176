// SPDX-License-Identifier: Apache-2.0
// What benchmarks need to know of an edition: its professions with their programs, its domains with their
// areas, in the edition's order. A release carries it, so that whoever reads one needs no edition.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "instrument/edition.hpp"

namespace smm::benchmark {

struct OutlineProgramme {
  std::string id;
  std::size_t profession = 0;  // position in Outline::professions

  friend bool operator==(const OutlineProgramme&, const OutlineProgramme&) = default;
};

struct OutlineDomain {
  std::string id;
  std::vector<std::size_t> areas;  // positions in Outline::areas

  friend bool operator==(const OutlineDomain&, const OutlineDomain&) = default;
};

struct Outline {
  std::string edition;
  std::vector<std::string> professions;
  std::vector<OutlineProgramme> programmes;
  std::vector<std::string> areas;
  std::vector<OutlineDomain> domains;

  std::optional<std::size_t> programme(std::string_view wanted) const;
  std::optional<std::size_t> area(std::string_view wanted) const;
  std::vector<std::string> programme_ids() const;

  friend bool operator==(const Outline&, const Outline&) = default;
};

Outline outline_of(const instrument::Edition& edition);

}  // namespace smm::benchmark
