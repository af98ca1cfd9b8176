// SPDX-License-Identifier: Apache-2.0
// An edition and its items written out as a flat list of named fields, for comparing. Internal to instrument.
#pragma once

#include <string>
#include <vector>

#include "instrument/edition_difference.hpp"

namespace smm::instrument {

struct Field {
  Aspect aspect = Aspect::frame;
  std::string name;
  std::string value;  // never empty: fields without a value are left out
};

// In a fixed order; names are unique within the list.
std::vector<Field> frame_fields(const Edition& edition);
std::vector<Field> item_fields(const Edition& edition, const Item& item);

}  // namespace smm::instrument
