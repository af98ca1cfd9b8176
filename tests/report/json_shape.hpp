// SPDX-License-Identifier: Apache-2.0
// Holds a JSON document against a JSON Schema, as far as schemas of ours go: type, properties, required,
// additionalProperties, items, minItems, maxItems, enum, const, minimum, maximum, multipleOf, pattern, anyOf
// and references within the schema. A keyword that is none of these fails, so that none is passed over.
#pragma once

#include <string>
#include <vector>

#include "base/document.hpp"

namespace smm::test {

// What is wrong, each with its path in the document: "/moves/0/share: not a number".
std::vector<std::string> breaches_of(const base::Document& schema, const base::Document& document);

}  // namespace smm::test
