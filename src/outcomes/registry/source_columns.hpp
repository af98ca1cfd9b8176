// SPDX-License-Identifier: Apache-2.0
// Where the registry's files have what, by their headers. Names of columns are compared by letters and digits
// alone, in lower case, because the files print blanks and hyphens irregularly. A column that is not there is
// empty in every record; without those that make a person, the header is refused.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "outcomes/registry/cells.hpp"
#include "outcomes/registry/person_text.hpp"

namespace smm::outcomes::registry {

struct AddressColumns {
  std::uint32_t street = no_column;
  std::uint32_t city = no_column;
  std::uint32_t state = no_column;
  std::uint32_t postal = no_column;
  std::uint32_t country = no_column;
};

struct NameColumns {
  std::uint32_t last = no_column;
  std::uint32_t first = no_column;
  std::uint32_t middle = no_column;
  std::uint32_t kind = no_column;
};

struct TaxonomyColumns {
  std::uint32_t code = no_column;
  std::uint32_t licence = no_column;
  std::uint32_t state = no_column;
  std::uint32_t primary = no_column;
};

// The main file (npidata_pfile), versions 1 and 2.
struct PersonColumns {
  std::uint32_t npi = no_column;
  std::uint32_t entity_type = no_column;
  NameColumns name;
  std::uint32_t suffix = no_column;
  std::uint32_t credential = no_column;
  NameColumns other_name;
  AddressColumns mailing;
  AddressColumns practice;
  std::uint32_t enumerated = no_column;
  std::uint32_t updated = no_column;
  std::uint32_t deactivation_reason = no_column;
  std::uint32_t deactivated = no_column;
  std::uint32_t reactivated = no_column;
  std::uint32_t sex = no_column;
  std::array<TaxonomyColumns, taxonomy_slots> taxonomies;
};

// One of the smaller files: what it tells of the person with an NPI. Which of the rest it has says its kind.
struct FurtherColumns {
  std::uint32_t npi = no_column;
  NameColumns name;                       // other names
  std::uint32_t joined_name = no_column;  // "Provider Other Organization Name", LAST, FIRST MIDDLE
  AddressColumns address;                 // other practice locations; Medicare's addresses
  std::uint32_t school = no_column;       // Medicare
  std::uint32_t graduation_year = no_column;
};

enum class FurtherFile : std::uint8_t { other_names, locations, medicare };

// `source` names the file in problems.
base::Result<PersonColumns> find_person_columns(const std::vector<std::string>& header,
                                                const std::string& source);
base::Result<FurtherColumns> find_further_columns(FurtherFile file, const std::vector<std::string>& header,
                                                  const std::string& source);

// One more than the last column in use: as many cells as have to be found in a record.
std::uint32_t columns_in_use(const PersonColumns& columns);
std::uint32_t columns_in_use(const FurtherColumns& columns);

}  // namespace smm::outcomes::registry
