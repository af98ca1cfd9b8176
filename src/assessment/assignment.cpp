// SPDX-License-Identifier: Apache-2.0
#include "assessment/assignment.hpp"

#include <array>

namespace smm::assessment {

std::string_view to_string(Scope scope) {
  switch (scope) {
    case Scope::packet:
      return "packet";
    case Scope::area:
      return "area";
    case Scope::item:
      return "item";
  }
  return "";
}

std::optional<Scope> scope_named(std::string_view name) {
  for (const Scope scope : {Scope::packet, Scope::area, Scope::item}) {
    if (to_string(scope) == name) return scope;
  }
  return std::nullopt;
}

bool covers(const Assignment& assignment, const instrument::Edition& edition, const instrument::Item& item) {
  if (assignment.ended) return false;
  switch (assignment.scope) {
    case Scope::packet:
      return item.office == assignment.target;
    case Scope::area:
      return edition.sections[item.section].id == assignment.target;
    case Scope::item:
      return item.id == assignment.target;
  }
  return false;
}

std::vector<bool> items_of(const std::vector<Assignment>& assignments, const PersonId& person,
                           const instrument::Edition& edition) {
  std::vector<bool> handed(edition.items.size(), false);
  for (const Assignment& assignment : assignments) {
    if (assignment.person != person) continue;
    for (std::size_t i = 0; i < edition.items.size(); ++i)
      handed[i] = handed[i] || covers(assignment, edition, edition.items[i]);
  }
  return handed;
}

}  // namespace smm::assessment
