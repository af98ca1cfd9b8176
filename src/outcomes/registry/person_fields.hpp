// SPDX-License-Identifier: Apache-2.0
// The fields of a person as texts, by name: what is shown, exported and compared. Dates are YYYY-MM-DD, lists
// are joined by "|", their parts by ":".
//
//   taxonomies     SLOT:CODE:SWITCH:STATE:LICENCE; SWITCH is Y, N, X or empty
//   taxonomy       code of the primary taxonomy (switch Y, else the first)
//   other_names    KIND:LAST:FIRST:MIDDLE; KIND is former, professional, other or empty
//   locations      SOURCE:STREET:CITY:STATE:POSTAL; SOURCE is location or medicare
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "outcomes/registry/snapshot.hpp"

namespace smm::outcomes::registry {

struct PersonField {
  std::string_view name;
  std::string (*text)(const Snapshot& snapshot, Row row);
};

std::span<const PersonField> person_fields();
const PersonField* find_person_field(std::string_view name);

// "27601" or "27601-1234"; other texts as they stand.
std::string postal_text(const Snapshot& snapshot, PostalCode postal);

std::string_view letter_of(PrimarySwitch primary);
std::string_view word_of(NameKind kind);
std::string_view word_of(AddressSource source);

}  // namespace smm::outcomes::registry
