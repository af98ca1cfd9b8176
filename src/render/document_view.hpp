// SPDX-License-Identifier: Apache-2.0
// A view as it stands in a file: maps, lists and texts of a Document, one to one. A plain true or false is a
// flag; in quotes it is a text; nothing is the empty text. Used for pages whose view is content, such as the
// style guide.
#pragma once

#include "base/document.hpp"
#include "render/view.hpp"

namespace smm::render {

View view_of(const base::Document& document);

}  // namespace smm::render
