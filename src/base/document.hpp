// SPDX-License-Identifier: Apache-2.0
// Document: a neutral tree of maps, lists and scalars in which every node knows its place.
//
// `exchange` makes documents from YAML and JSON bytes; rooms that read definitions take a Document and
// never see bytes. Maps keep the order of the source and have no duplicate keys (readers refuse them).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/place.hpp"

namespace smm::base {

struct Document;

// Text of a scalar as written; `quoted` tells "yes" from yes, so that a reader can insist on text.
struct Scalar {
  std::string text;
  bool quoted = false;
};

struct MapEntry;
using List = std::vector<Document>;
using Map = std::vector<MapEntry>;

struct Document {
  Place place;
  std::variant<std::monostate, Scalar, List, Map> content;  // monostate: null or empty

  Document();
  Document(Place where, Scalar scalar);
  Document(Place where, List list);
  Document(Place where, Map map);

  bool is_null() const { return content.index() == 0; }
  const Scalar* scalar() const { return std::get_if<Scalar>(&content); }
  const List* list() const { return std::get_if<List>(&content); }
  const Map* map() const { return std::get_if<Map>(&content); }

  // The value under `key`, or null when this is no map or has no such key.
  const Document* find(std::string_view key) const;
};

struct MapEntry {
  std::string key;
  Place key_place;
  Document value;
};

}  // namespace smm::base
