// SPDX-License-Identifier: Apache-2.0
// The cohort that a school's measures run over: the rows that the school uploaded, and every graduate of its
// roster who is in none of them, with what the roster tells. All belong to the one school.
#pragma once

#include <string>

#include "app/graduates/overlaid_files.hpp"
#include "base/problem.hpp"
#include "base/table.hpp"

namespace smm::app {

// Rows whose school_id is another one (upload_school); none without that column.
base::Problems rows_of_other_schools(const base::Table& cohort, const std::string& school);

// The table as CSV, its column school_id filled or added.
std::string with_school(const base::Table& table, const std::string& school);

// `cohort` without columns when none was uploaded. `as_of_year`: whoever graduates later has not yet.
std::string cohort_of_school(const base::Table& roster, const base::Table& cohort, const std::string& school,
                             int as_of_year);

// One file, and nothing below it.
OverlaidFiles uploaded_alone(const std::string& name, const std::string& bytes);

}  // namespace smm::app
