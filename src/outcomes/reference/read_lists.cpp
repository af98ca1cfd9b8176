// SPDX-License-Identifier: Apache-2.0
#include "outcomes/reference/read_lists.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "exchange/csv.hpp"
#include "outcomes/reference/imported_rows.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/shortage_words.hpp"
#include "outcomes/reference/taxonomy_words.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr std::string_view weight_names[] = {"total", "business", "residential", "other"};
// Columns of the ratios in a snapshot, in the order of weight_names.
constexpr std::size_t weight_cells[] = {5, 3, 2, 4};

using CellsOfRow = std::span<const std::string_view>;

// Calls take(cells) -> bool for every row; the first that it does not take is told.
template <class Take>
void read_rows(const ReferenceList& list, base::Problems& problems, Take take) {
  base::MemorySource bytes(list.body);
  const std::string name = file_name(list.origin);
  exchange::CsvReader reader(bytes, name);
  const auto columns = columns_of(list.origin.kind);
  const bool known =
      std::equal(reader.columns().begin(), reader.columns().end(), columns.begin(), columns.end());
  exchange::CsvRow row;
  bool good = known;
  while (good && reader.next(row)) good = take(row.cells);
  if (good && reader.problems().empty()) return;
  problems.emplace_back(problem::reference_damaged, "it has a row or header that no import makes",
                        base::Place{name, known ? row.line + 1 : 1, 0});
}

std::optional<Zip> zip_of(std::string_view text) {
  const auto code = read_zip(text);
  return code ? std::optional(Zip{static_cast<std::uint32_t>(code->number)}) : std::nullopt;
}

void assign(std::uint64_t number, County& county) {
  county.number = static_cast<std::uint32_t>(number);
}
void assign(std::uint64_t number, Tract& tract) {
  tract.number = number;
}

template <class Area>
bool read_part(CellsOfRow cells, std::size_t digits, std::size_t share_cell,
               std::vector<ZipPart<Area>>& into) {
  const auto zip = zip_of(cells[0]);
  const auto area = read_area_code(cells[1], digits);
  const auto share = read_number(cells[share_cell]);
  if (!zip || !area || (!share && !cells[share_cell].empty())) return false;
  ZipPart<Area> part{*zip, {}, share, read_number(cells[weight_cells[0]])};
  assign(area->number, part.area);
  into.push_back(part);
  return true;
}

std::optional<std::uint8_t> ruca_of(std::string_view text) {
  const auto number = read_number(text);
  if (!number || *number < 1 || *number > 99) return std::nullopt;
  return static_cast<std::uint8_t>(*number);
}

bool read_component(CellsOfRow cells, ShortageComponent& read) {
  const auto found = discipline(cells[2]);
  const auto type = shortage_type(cells[3]);
  const auto status = shortage_status(cells[4]);
  const auto designated = read_list_day(cells[5]), withdrawn = read_list_day(cells[6]);
  const auto component = component_type(cells[7]);
  if (!found || !type || !status || !designated || !withdrawn || !component) return false;
  const std::size_t digits = digits_of(*component);
  const auto area = digits == 0 ? std::optional(ReadCode{}) : read_area_code(cells[8], digits);
  if (!area) return false;
  const UsState* state = us_state(cells[9]);
  read = {std::string(cells[0]),
          *found,
          *type,
          *status,
          *designated,
          *withdrawn,
          *component,
          area->number,
          state == nullptr ? 0 : state->number,
          std::string(cells[10]),
          zip_of(cells[11])};
  return true;
}

bool read_share(CellsOfRow cells, StateShare& share) {
  share.state = cells[0];
  double* const numbers[] = {&share.population, &share.black, &share.american_indian, &share.hispanic,
                             &share.urm};
  for (std::size_t at = 0; at < std::size(numbers); ++at) {
    const auto number = read_number(cells[at + 1]);
    if (!number) return false;
    *numbers[at] = *number;
  }
  return true;
}

bool read_rule(CellsOfRow cells, std::vector<TaxonomySet>& into) {
  const auto from = registry::parse_iso_day(cells[2]);
  const auto until = read_list_day(cells[3]);
  const auto role = taxonomy_role(cells[5]);
  if (!from || !until || !role) return false;
  if (into.empty() || into.back().id != cells[0] || into.back().version != cells[1] ||
      into.back().from != *from)
    into.push_back({std::string(cells[0]), std::string(cells[1]), *from, *until, {}});
  into.back().rules.push_back({std::string(cells[4]), *role, std::string(cells[6])});
  return true;
}

}  // namespace

std::string_view name_of(ZipWeights weights) {
  return weight_names[static_cast<std::size_t>(weights)];
}

std::optional<ZipWeights> zip_weights(std::string_view name) {
  const auto found = std::find(std::begin(weight_names), std::end(weight_names), name);
  if (found == std::end(weight_names)) return std::nullopt;
  return static_cast<ZipWeights>(found - std::begin(weight_names));
}

void read_zip_counties(const ReferenceList& list, ZipWeights weights, std::vector<ZipPart<County>>& into,
                       base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  const std::size_t cell = weight_cells[static_cast<std::size_t>(weights)];
  read_rows(list, problems, [&](CellsOfRow cells) { return read_part(cells, 5, cell, into); });
}

void read_zip_tracts(const ReferenceList& list, ZipWeights weights, std::vector<ZipPart<Tract>>& into,
                     base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  const std::size_t cell = weight_cells[static_cast<std::size_t>(weights)];
  read_rows(list, problems, [&](CellsOfRow cells) { return read_part(cells, 11, cell, into); });
}

void read_ruca_zips(const ReferenceList& list, std::vector<RucaOfZip>& into, base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  read_rows(list, problems, [&](CellsOfRow cells) {
    const auto zip = zip_of(cells[0]);
    const auto code = ruca_of(cells[1]);
    if (zip && code) into.push_back({*zip, *code});
    return zip && code;
  });
}

void read_ruca_tracts(const ReferenceList& list, std::vector<RucaOfTract>& into, base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  read_rows(list, problems, [&](CellsOfRow cells) {
    const auto tract = read_area_code(cells[0], 11);
    const auto code = ruca_of(cells[1]);
    if (tract && code) into.push_back({{tract->number}, *code});
    return tract && code;
  });
}

void read_components(const ReferenceList& list, std::vector<ShortageComponent>& into,
                     base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  read_rows(list, problems, [&](CellsOfRow cells) {
    into.emplace_back();
    return read_component(cells, into.back());
  });
}

void read_geocodes(const ReferenceList& list, std::vector<GeocodedAddress>& into, base::Problems& problems) {
  into.reserve(into.size() + list.origin.rows);
  read_rows(list, problems, [&](CellsOfRow cells) {
    const auto tract = read_area_code(cells[1], 11);
    if (tract) into.push_back({std::string(cells[0]), {tract->number}});
    return tract.has_value();
  });
}

void read_state_shares(const ReferenceList& list, std::vector<StateShare>& into, base::Problems& problems) {
  read_rows(list, problems, [&](CellsOfRow cells) {
    into.emplace_back();
    return read_share(cells, into.back());
  });
}

void read_taxonomy_sets(const ReferenceList& list, std::vector<TaxonomySet>& into, base::Problems& problems) {
  read_rows(list, problems, [&](CellsOfRow cells) { return read_rule(cells, into); });
}

}  // namespace smm::outcomes::reference
