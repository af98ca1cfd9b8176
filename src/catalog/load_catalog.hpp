// SPDX-License-Identifier: Apache-2.0
// Reads the resource library: one document per area, content/resources/<area>.yaml, each with the resources
// that are mainly about that area. docs/reference/resources.md says how they are written.
#pragma once

#include <vector>

#include "base/document.hpp"
#include "base/result.hpp"
#include "catalog/resource.hpp"

namespace smm::catalog {

// Finds every problem of every document at once. The name of a document's file is taken from its place;
// areas and professions are those of `edition`.
base::Result<Catalog> load_catalog(const std::vector<base::Document>& documents,
                                   const instrument::Edition& edition);

}  // namespace smm::catalog
