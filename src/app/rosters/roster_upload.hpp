// SPDX-License-Identifier: Apache-2.0
// A roster that somebody of the office uploads: read, its columns named, compared, taken in.
//
// Between those steps the file is in nobody's care but the browser's, sealed under the office's key for this
// person and one day. So nothing of an import that is given up stays behind, two windows do not mix, and what
// comes back was either never changed or does not open: the file is checked once and is not trusted twice.
#pragma once

#include <string>

#include "app/rosters/roster_file.hpp"
#include "app/rounds/roster_plan.hpp"

namespace smm::app {

inline constexpr std::size_t most_roster_bytes = std::size_t{4} << 20;
inline constexpr std::size_t most_roster_rows = 50'000;

struct RosterUpload {
  std::string file_name;  // for showing only
  std::string bytes;
};

// Letters, digits, - and _. Problem: key_unavailable.
base::Result<std::string> carried_upload(Installation& installation, const assessment::PersonId& person,
                                         const RosterUpload& upload);

// Problem: roster_upload_lost, for what is not this person's, was changed, or is older than a day.
base::Result<RosterUpload> brought_back(Installation& installation, const assessment::PersonId& person,
                                        const std::string& carried);

// Its columns and rows. Problems: roster_too_large, roster_encoding, and those of read_roster_table.
base::Result<base::Table> table_of(const RosterUpload& upload);

// What each column of the file means, in their order; "" leaves it out. Problem: roster_column, for two that
// mean the same.
using ColumnMeanings = std::vector<std::string>;

// Guessed from the names.
ColumnMeanings guessed_meanings(const base::Table& table);

// Problems: those of read_roster; the place's column is the cell in the file, from 1.
base::Result<std::vector<RosterSchool>> roster_in(const base::Table& table, const ColumnMeanings& meanings,
                                                  const instrument::Edition& edition);

}  // namespace smm::app
