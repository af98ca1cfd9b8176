// SPDX-License-Identifier: Apache-2.0
// Writes invented persons in the layout of the registry's files: 330 columns (columns.csv), every value in
// double quotes, empty ones as "".
#pragma once

#include <cstdint>
#include <string>

#include "invented_person.hpp"

namespace synthetic {

std::string header_line();
// `odd`: breaks the format, with a quote inside a value or one that is missing.
void append_row(std::string& text, const InventedPerson& person, std::uint64_t row, bool odd);

std::string other_names_header();
// Half of the former names that the main file does not have stand in the file of other names: of these NPIs.
inline bool is_told_elsewhere(std::uint32_t npi) {
  return npi % 20 < 10;
}
void append_other_name(std::string& text, const InventedPerson& person);

std::string locations_header();
// Some persons have a further location; which, depends on seed and row.
void append_location(std::string& text, const InventedPerson& person, std::uint64_t seed, std::uint64_t row);

}  // namespace synthetic
