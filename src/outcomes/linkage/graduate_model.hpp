// SPDX-License-Identifier: Apache-2.0
// A trained model of graduates as a file, so that a linkage can be repeated, or used on a small roster that
// could not train one. JSON; docs/reference/link-files.md documents it.
#pragma once

#include <string>

#include "base/document.hpp"
#include "base/result.hpp"
#include "outcomes/linkage/link_roster.hpp"

namespace smm::outcomes::linkage {

std::string graduate_model_json(const GraduateModel& model);

// Refuses a model of other comparisons or levels than this program has.
base::Result<GraduateModel> read_graduate_model(const base::Document& document);

}  // namespace smm::outcomes::linkage
