// SPDX-License-Identifier: Apache-2.0
// One component of a designation as an importer reads it, before it is a row of the snapshot. Internal to
// this room.
#pragma once

#include <string>
#include <string_view>

#include "outcomes/reference/imported_rows.hpp"
#include "outcomes/reference/lists.hpp"

namespace smm::outcomes::reference {

// Texts as published; trimmed.
struct PublishedComponent {
  std::string id, name, discipline, type, status, designated, withdrawn, component, area, state, street, zip,
      score;
};

// Adds it as a row of the snapshot, or leaves it out and says why; counts withdrawn and proposed ones,
// facilities, restored zeros.
void add_component(const PublishedComponent& published, const base::Place& place, ImportedRows& rows);

}  // namespace smm::outcomes::reference
