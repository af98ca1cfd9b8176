// SPDX-License-Identifier: Apache-2.0
// Which resources to show, and in which order. Areas, domains and professions are positions in the edition
// that the catalog was loaded for. What is returned points into the catalog.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/resource.hpp"

namespace smm::catalog {

// How many there should be for each area and profession.
inline constexpr std::size_t wanted_resources = 6;

// Those about an area that are for a profession, best first:
//
//   1. made for this profession before made for all;
//   2. mainly about this area (it is named first) before also about it;
//   3. seen before recalled;
//   4. about fewer areas before about more;
//   5. newer before older, where what is kept up to date counts as newest;
//   6. by id.
std::vector<const Resource*> resources_for(const Catalog& catalog, std::size_t area, std::size_t profession);

// What is absent asks nothing.
struct ResourceSearch {
  std::optional<std::size_t> area = std::nullopt;
  std::optional<std::size_t> profession = std::nullopt;
  std::optional<std::size_t> domain = std::nullopt;
  std::optional<Kind> kind = std::nullopt;
  std::string words =
      {};  // each has to stand in title, publisher or summary; ASCII letters match in any case
};

// Ordered as resources_for() when both area and profession are asked, and by id otherwise.
std::vector<const Resource*> find_resources(const Catalog& catalog, const instrument::Edition& edition,
                                            const ResourceSearch& search);

struct Shortfall {
  std::size_t area = 0;
  std::size_t profession = 0;
  std::size_t found = 0;  // less than wanted_resources
};

// By area and profession, in the edition's order.
std::vector<Shortfall> shortfalls(const Catalog& catalog, const instrument::Edition& edition);

}  // namespace smm::catalog
