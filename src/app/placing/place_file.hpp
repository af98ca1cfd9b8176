// SPDX-License-Identifier: Apache-2.0
// Use case: place the addresses of a file by the lists of a reference folder.
#pragma once

#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "outcomes/place/placed_file.hpp"
#include "outcomes/reference/reference_at.hpp"

namespace smm::app::placing {

struct PlaceFileRequest {
  std::string addresses;
  std::string reference;
  outcomes::reference::ReferenceOptions options;
  outcomes::place::AddressRule rule = outcomes::place::AddressRule::latest;
};

struct PlacedAddresses {
  outcomes::place::PlacedFile file;
  std::vector<outcomes::reference::ListInForce> lists;  // to be cited
  std::vector<outcomes::reference::ListKind> missing;
  std::string citation;
  std::size_t mua_designations = 0;  // in force
  std::size_t mua_before_2000 = 0;   // of these
  base::Problems left_out;           // rows that were read over, and warnings of the lists
};

base::Result<PlacedAddresses> place_file(const Files& files, const Content& content,
                                         const PlaceFileRequest& request);

}  // namespace smm::app::placing
