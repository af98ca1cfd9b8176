// SPDX-License-Identifier: Apache-2.0
#include "base/document.hpp"

namespace smm::base {

Document::Document() = default;
Document::Document(Place where, Scalar scalar) : place(std::move(where)), content(std::move(scalar)) {}
Document::Document(Place where, List list) : place(std::move(where)), content(std::move(list)) {}
Document::Document(Place where, Map map) : place(std::move(where)), content(std::move(map)) {}

const Document* Document::find(std::string_view key) const {
  const Map* entries = map();
  if (entries == nullptr) return nullptr;
  for (const MapEntry& entry : *entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

}  // namespace smm::base
