// SPDX-License-Identifier: Apache-2.0
// A model of graduates as settings of Splink 4 (DuckDB's SQL), and back, for those who outgrow one machine.
//
// What goes out: link type, prior, blocking on surname, and a comparison for every group of levels that
// Splink can express, with the conditions of its levels and their m. The prior is the common share over the
// number of persons. u does not go out: here it belongs to each value, there Splink estimates it by random
// sampling, with term frequencies on the levels of equal names. Circumstances of a group (how common a name
// is) stand in the conditions. Groups that no graduate has trained are left out. What comes back: m of
// comparisons and levels by their names, into a model that has them all; others stay.
//
// The two tables need the columns that docs/reference/link-files.md lists. Keys are those of Splink's own
// settings_jsonschema.json (version 4.0), which a test compares with.
#pragma once

#include <string>

#include "base/document.hpp"
#include "base/result.hpp"
#include "outcomes/linkage/link_roster.hpp"

namespace smm::outcomes::linkage {

std::string splink_settings(const GraduateModel& model, double persons);

base::Result<GraduateModel> with_splink_settings(const base::Document& settings, GraduateModel model);

}  // namespace smm::outcomes::linkage
