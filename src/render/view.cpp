// SPDX-License-Identifier: Apache-2.0
#include "render/view.hpp"

#include "base/assert.hpp"

namespace smm::render {

View& View::set(std::string name, View value) {
  Map* map = std::get_if<Map>(&content_);
  SMM_ASSERT(map != nullptr);
  for (const auto& field : *map) SMM_ASSERT(field.first != name);
  map->emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace smm::render
