// SPDX-License-Identifier: Apache-2.0
// Graduates of a roster, as linkage compares them.
//
// Columns, by header; all but the first three may be absent or empty:
//   graduate_id,last,first,middle,suffix,former_last,credential,programme,graduation_year,school_state,
//   licence_states,sex,npi
// States are two letters, several licence states parted by spaces, commas, semicolons or bars. Sex is F or M
// (female and male, in any case). A value that its column may not hold is reported and taken as absent; an id
// that is missing or repeated, or a roster without one of the three columns, ends the reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/table.hpp"
#include "outcomes/linkage/person_name.hpp"
#include "outcomes/linkage/profession.hpp"
#include "outcomes/registry/npi.hpp"

namespace smm::outcomes::linkage {

// Bits of the states and territories; 0 for none. Bit 63 stands for any other text.
using StateSet = std::uint64_t;
StateSet state_bit(std::string_view text);

enum class GraduateSex : std::uint8_t { not_given, female, male };

struct Graduate {
  std::string id;
  Surname last;
  Surname former;
  GivenName first;
  std::string middle;  // folded, without spaces
  Generation generation = Generation::none;
  Profession profession = Profession::other;
  std::optional<int> graduation_year;
  StateSet school_state = 0;
  StateSet licence_states = 0;
  GraduateSex sex = GraduateSex::not_given;
  std::optional<registry::Npi> npi;
  std::string name_as_written;  // "Last, First Middle" for people
};

struct Roster {
  std::vector<Graduate> graduates;
  base::Problems questionable;  // values taken as absent
};

base::Result<Roster> read_roster(const base::Table& table);

}  // namespace smm::outcomes::linkage
