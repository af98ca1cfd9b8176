// SPDX-License-Identifier: Apache-2.0
// YAML text -> Document, strictly: what a reviewer of an edition could overlook is refused.
//
// Accepted: one document of block or flow maps, lists and scalars. Refused, each with its place: duplicate
// keys, anchors and aliases, tags, keys that are not plain text, several documents, nesting deeper than 50,
// control characters, invalid UTF-8, more than 4 MiB, and whatever is not YAML.
//
// Nothing, `~` and plain `null` are null; an empty input is one null document. All other scalars are text
// as written; `quoted` is set for quoted and block scalars. Places count lines and bytes from 1. An empty
// value has the place of its key, an empty entry of a list that of the list (nothing stands at its own).
#pragma once

#include <string>
#include <string_view>

#include "base/document.hpp"
#include "base/result.hpp"

namespace smm::exchange {

base::Result<base::Document> parse_yaml(std::string_view bytes, std::string source);

}  // namespace smm::exchange
