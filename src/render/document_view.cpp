// SPDX-License-Identifier: Apache-2.0
#include "render/document_view.hpp"

namespace smm::render {
namespace {

View scalar_view(const base::Scalar& scalar) {
  if (!scalar.quoted && scalar.text == "true") return true;
  if (!scalar.quoted && scalar.text == "false") return false;
  return scalar.text;
}

}  // namespace

View view_of(const base::Document& document) {
  if (const base::Scalar* scalar = document.scalar()) return scalar_view(*scalar);
  if (document.is_null()) return "";
  View view;
  if (const base::List* list = document.list()) return views(*list, view_of);
  if (const base::Map* map = document.map()) {
    for (const base::MapEntry& entry : *map) view.set(entry.key, view_of(entry.value));
  }
  return view;
}

}  // namespace smm::render
