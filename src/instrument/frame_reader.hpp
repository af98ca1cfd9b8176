// SPDX-License-Identifier: Apache-2.0
// Reads edition.yaml and glossary.yaml: everything of an edition but its sections and items.
#pragma once

#include <string>
#include <vector>

#include "base/document.hpp"
#include "base/problem.hpp"
#include "instrument/edition.hpp"

namespace smm::instrument {

// An area as a domain lists it, before its file was read.
struct ListedArea {
  std::string id;
  std::size_t domain = 0;
  base::Place place;
};

void read_frame(const base::Document& document, Edition& edition, std::vector<ListedArea>& areas,
                base::Problems& problems);
void read_glossary(const base::Document& document, Edition& edition, base::Problems& problems);

}  // namespace smm::instrument
