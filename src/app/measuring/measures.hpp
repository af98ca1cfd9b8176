// SPDX-License-Identifier: Apache-2.0
// The measures that ship (content/measures), or those of a folder laid out alike: NAME.json,
// value-sets/*.json, programs.json. A folder without programs takes those that ship, and its measures may
// refer to shipped value sets.
#pragma once

#include <optional>
#include <string>

#include "app/content.hpp"
#include "app/files.hpp"
#include "outcomes/measure/catalogue.hpp"

namespace smm::app::measuring {

base::Result<outcomes::measure::Catalogue> load_measures(const Files& files, const Content& content,
                                                         const std::optional<std::string>& folder);

}  // namespace smm::app::measuring
