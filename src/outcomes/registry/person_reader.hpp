// SPDX-License-Identifier: Apache-2.0
// What a record of the main file says, or why it cannot be taken.
#pragma once

#include <variant>

#include "outcomes/registry/careful_record.hpp"
#include "outcomes/registry/cells.hpp"
#include "outcomes/registry/person_text.hpp"
#include "outcomes/registry/source_columns.hpp"

namespace smm::outcomes::registry {

enum class RecordKind : std::uint8_t { person, organization, bare_deactivation, rejected };

struct ReadRecord {
  RecordKind kind = RecordKind::rejected;
  RejectReason reason = RejectReason::bad_npi;  // when rejected
  std::uint32_t npi = 0;
  Day day;  // the last day on which anything is said to have happened to this number
};

// Fills `person` when the record is one. Dates that are none are read as not given.
ReadRecord read_record(const PersonColumns& columns, const Cells& cells, PersonText& person);

AddressText read_address(const AddressColumns& columns, const Cells& cells);
NameKind read_name_kind(std::string_view text);  // 1 former, 2 professional, 5 other

}  // namespace smm::outcomes::registry
