// SPDX-License-Identifier: Apache-2.0
#include "assessment/roles.hpp"

namespace smm::assessment {
namespace {

template <class Roles>
auto role_named(const Roles& roles, std::string_view name) -> std::optional<typename Roles::value_type> {
  for (const auto role : roles) {
    if (to_string(role) == name) return role;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(OfficeRole role) {
  switch (role) {
    case OfficeRole::admin:
      return "admin";
    case OfficeRole::campaign_manager:
      return "campaign_manager";
    case OfficeRole::analyst:
      return "analyst";
    case OfficeRole::data_steward:
      return "data_steward";
  }
  return "";
}

std::string_view to_string(SchoolRole role) {
  switch (role) {
    case SchoolRole::dean:
      return "dean";
    case SchoolRole::coordinator:
      return "coordinator";
    case SchoolRole::author:
      return "author";
    case SchoolRole::affirmer:
      return "affirmer";
    case SchoolRole::viewer:
      return "viewer";
    case SchoolRole::reader:
      return "reader";
  }
  return "";
}

std::optional<OfficeRole> office_role(std::string_view name) {
  return role_named(office_roles, name);
}
std::optional<SchoolRole> school_role(std::string_view name) {
  return role_named(school_roles, name);
}

}  // namespace smm::assessment
