// SPDX-License-Identifier: Apache-2.0
// A school's sheet, opened for one person: what stands on it, what is asked, what they see and where they may
// write. All answers are opened, since routes hang on them; what may be shown is `visible`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/answering/save_answer.hpp"
#include "assessment/routed_sheet.hpp"
#include "assessment/visible_items.hpp"

namespace smm::app {

// The school's people, and who else wrote on its sheet.
using PeopleById = std::map<assessment::PersonId, Person>;

struct SheetReading {
  std::vector<assessment::SheetAnswer> answers;            // by place
  std::vector<std::optional<assessment::SheetAnswer>> at;  // by position in SheetPlan::answers
  assessment::RoutedSheet routed;
  std::vector<bool> visible;                // by position in SheetPlan::answers
  std::vector<bool> writable;               // whose they are, and the packet takes answers now
  std::vector<assessment::Packet> packets;  // one for each packet of the plan, in its order
  std::vector<assessment::Assignment> assignments;
  std::vector<Membership> memberships;
  PeopleById people;
  std::map<assessment::AnswerPlace, std::size_t> comments;  // how many

  // The name of somebody, or of "somebody who left".
  std::string name_of(const std::optional<assessment::PersonId>& person) const;
};

// Problem: key_unavailable.
base::Result<SheetReading> read_sheet(Installation& installation, const Hand& hand, base::Instant now);

// The answers of a sheet, opened, by place.
std::vector<assessment::SheetAnswer> opened_answers(Records& records, const Seals& seals,
                                                    const SheetKey& sheet);

// Packets of the plan with what is kept of them: those that nobody touched are in work.
std::vector<assessment::Packet> all_packets(Records& records, const OpenSheet& sheet);

}  // namespace smm::app
