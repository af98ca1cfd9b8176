// SPDX-License-Identifier: Apache-2.0
// What a work that reads will ask next, brought along by the query before: each question to a server costs a
// way there and back. Who a visitor is comes first, then which part of a round, by the visitor's session so
// that both may go together, and with the part what that visitor may there and how the round calls its areas.
// Only within one reading transaction, which sees one state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/installation/rounds.hpp"

namespace smm::store::records {

struct ForeseenPart {
  app::SheetKey sheet;
  std::optional<std::string> area_labels;
  std::vector<assessment::SchoolRole> roles;  // of the visitor
};

struct ForeseenVisitor {
  assessment::PersonId person;
  std::string token;  // hash of the session's
};

struct Foreseen {
  std::optional<ForeseenVisitor> visitor;
  std::optional<ForeseenPart> part;
};

}  // namespace smm::store::records
