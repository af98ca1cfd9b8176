// SPDX-License-Identifier: Apache-2.0
// How pages call an area.
#pragma once

#include <string>

#include "instrument/edition.hpp"

namespace smm::web {

// As the edition calls it; its id where the edition has no such area.
inline std::string area_label(const instrument::Edition& edition, const std::string& id) {
  const auto section = edition.section(id);
  return section ? edition.sections[*section].label : id;
}

}  // namespace smm::web
