// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/list_kind.hpp"

#include <algorithm>
#include <iterator>

namespace smm::outcomes::reference {
namespace {

constexpr ListKind every_kind[] = {ListKind::hpsa,        ListKind::hpsa_find,     ListKind::mua,
                                   ListKind::ruca_zip,    ListKind::ruca_tract,    ListKind::zip_county,
                                   ListKind::zip_tract,   ListKind::tract_geocode, ListKind::state_shares,
                                   ListKind::taxonomy_set};

constexpr std::string_view kind_names[] = {"hpsa",         "hpsa-find",   "mua",       "ruca-zip",
                                           "ruca-tract",   "zip-county",  "zip-tract", "tract-geocode",
                                           "state-shares", "taxonomy-set"};
static_assert(std::size(every_kind) == list_kinds && std::size(kind_names) == list_kinds);

constexpr std::string_view shortage_columns[] = {"id",         "name",      "discipline", "type", "status",
                                                 "designated", "withdrawn", "component",  "area", "state",
                                                 "street",     "zip",       "score"};
constexpr std::string_view ruca_zip_columns[] = {"zip", "primary", "secondary", "state", "zip_type"};
constexpr std::string_view ruca_tract_columns[] = {"tract", "primary", "secondary"};
constexpr std::string_view zip_county_columns[] = {"zip",      "county", "residential",
                                                   "business", "other",  "total"};
constexpr std::string_view zip_tract_columns[] = {"zip",      "tract", "residential",
                                                  "business", "other", "total"};
constexpr std::string_view geocode_columns[] = {"key", "tract", "match"};
constexpr std::string_view share_columns[] = {"state",           "population", "black",
                                              "american_indian", "hispanic",   "urm"};
constexpr std::string_view set_columns[] = {"set",  "version", "from",         "until",
                                            "code", "role",    "unless_prefix"};

}  // namespace

std::span<const ListKind> all_list_kinds() {
  return every_kind;
}

std::string_view name_of(ListKind kind) {
  return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<ListKind> list_kind(std::string_view name) {
  const auto found = std::find(std::begin(kind_names), std::end(kind_names), name);
  if (found == std::end(kind_names)) return std::nullopt;
  return every_kind[found - std::begin(kind_names)];
}

std::span<const std::string_view> columns_of(ListKind kind) {
  switch (kind) {
    case ListKind::hpsa:
    case ListKind::hpsa_find:
    case ListKind::mua:
      return shortage_columns;
    case ListKind::ruca_zip:
      return ruca_zip_columns;
    case ListKind::ruca_tract:
      return ruca_tract_columns;
    case ListKind::zip_county:
      return zip_county_columns;
    case ListKind::zip_tract:
      return zip_tract_columns;
    case ListKind::tract_geocode:
      return geocode_columns;
    case ListKind::state_shares:
      return share_columns;
    case ListKind::taxonomy_set:
      return set_columns;
  }
  return {};
}

}  // namespace smm::outcomes::reference
