// SPDX-License-Identifier: Apache-2.0
// What the commands on reference lists and places share.
#pragma once

#include <optional>
#include <string>

#include "cli/command.hpp"
#include "exchange/json.hpp"
#include "outcomes/reference/reference_list.hpp"

namespace smm::cli {

// The day an option gives, as YYYY-MM-DD; nothing (and a line on standard error) for other texts.
std::optional<outcomes::registry::Day> read_day(const Given& given, const std::string& option,
                                                const Surroundings& around);
// The same for --kind.
std::optional<outcomes::reference::ListKind> read_list_kind(const Given& given, const Surroundings& around);

// "hpsa, hpsa-find, ..." for helps and complaints.
std::string list_kind_names();

// The members of an object that tell of a list.
void write_list(exchange::JsonWriter& json, const outcomes::reference::ReferenceList& list);
// The same as lines.
std::string list_lines(const outcomes::reference::ReferenceList& list);

}  // namespace smm::cli
