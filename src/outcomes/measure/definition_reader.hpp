// SPDX-License-Identifier: Apache-2.0
// Reads one file of content/measures each. Every fault goes to `problems` with its place; what is returned
// then is not to be used. References between files are checked by load_catalogue().
#pragma once

#include "base/document_reader.hpp"
#include "outcomes/measure/catalogue.hpp"

namespace smm::outcomes::measure {

Definition read_definition(const DefinitionFile& file, const FactNames& names, base::Problems& problems);
ValueSet read_value_set(const DefinitionFile& file, base::Problems& problems);
std::vector<Programme> read_programmes(const DefinitionFile& file, base::Problems& problems);

}  // namespace smm::outcomes::measure
