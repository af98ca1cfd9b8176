// SPDX-License-Identifier: Apache-2.0
// What was handed to whom: a whole packet, the part of it in one area, or a single item.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/ids.hpp"
#include "base/instant.hpp"
#include "instrument/edition.hpp"

namespace smm::assessment {

enum class Scope : std::uint8_t { packet, area, item };

std::string_view to_string(Scope scope);
std::optional<Scope> scope_named(std::string_view name);

struct Assignment {
  AssignmentId id;
  RoundId round;
  SchoolId school;
  PersonId person;
  Scope scope = Scope::packet;
  std::string target;              // id of an office, a section or an item
  std::optional<std::string> due;  // YYYY-MM-DD
  base::Instant since;
  std::optional<base::Instant> ended;  // taken back, or handed to somebody else

  friend bool operator==(const Assignment&, const Assignment&) = default;
};

// Does a live assignment hand this item out?
bool covers(const Assignment& assignment, const instrument::Edition& edition, const instrument::Item& item);

// By position in Edition::items: the items that somebody's live assignments hand out.
std::vector<bool> items_of(const std::vector<Assignment>& assignments, const PersonId& person,
                           const instrument::Edition& edition);

}  // namespace smm::assessment
