// SPDX-License-Identifier: Apache-2.0
// Use cases: the resource library that ships with the program, and whether its addresses still answer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/content.hpp"
#include "app/links.hpp"
#include "base/result.hpp"
#include "catalog/resource.hpp"

namespace smm::app {

// content/resources/*.yaml, read for `edition`. Every problem of every file is named.
base::Result<catalog::Catalog> open_resources(const Content& content, const instrument::Edition& edition);

struct AskedLink {
  const catalog::Resource* resource = nullptr;
  LinkAnswer answer;
};

struct AskedLinks {
  std::vector<AskedLink> links;  // in the catalog's order
  bool offline = false;          // the first several could not be reached, so the rest was not asked

  std::size_t count(AddressState state) const;
};

// So many in a row, and no answer before them, are taken for a machine that is offline.
inline constexpr std::size_t links_of_an_offline_machine = 6;

// Asks one address after the other. `progress` hears how many were asked.
AskedLinks ask_links(const catalog::Catalog& catalog, const Links& links,
                     const std::function<void(std::size_t)>& progress);

}  // namespace smm::app
