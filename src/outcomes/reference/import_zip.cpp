// SPDX-License-Identifier: Apache-2.0
// Crosswalks from ZIP codes to counties or tracts (HUD), and rural-urban codes by ZIP code or tract (USDA).
#include <string>

#include "outcomes/reference/importers.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/source_rows.hpp"

namespace smm::outcomes::reference {
namespace {

constexpr double largest_share = 1.000001;  // HUD's shares are rounded
constexpr int ruca_not_coded = 99;

struct ShareColumns {
  std::optional<std::size_t> residential, business, other, total;
};

// A share from 0 to 1 as the snapshot writes it; empty for none given; nothing for what is no share.
std::optional<std::string> share_text(std::string_view text) {
  if (text.empty()) return std::string();
  const auto share = read_number(text);
  if (!share || *share < 0 || *share > largest_share) return std::nullopt;
  return number_text(*share);
}

void add_zip_part(const SourceRows& source, const ShareColumns& columns, Zip zip, const std::string& area,
                  ImportedRows& rows) {
  const auto residential = share_text(source.cell(columns.residential));
  const auto business = share_text(source.cell(columns.business));
  const auto other = share_text(source.cell(columns.other));
  const auto total = share_text(source.cell(columns.total));
  if (!residential || !business || !other || !total)
    return rows.leave_out({problem::reference_row, "a ratio is no number from 0 to 1", source.place()});
  rows.add({to_text(zip), area, *residential, *business, *other, *total}, source.place());
}

bool import_zip_parts(std::string_view text, const std::string& name, ColumnNames area_names,
                      std::size_t digits, ImportedRows& rows) {
  SourceRows source(text, name, {{"zip", "zipcode", "zcta5", "zcta"}, area_names});
  if (!source.has_header()) return false;
  const auto zip_column = source.column({"zip", "zipcode", "zcta5", "zcta"});
  const auto area_column = source.column(area_names);
  const ShareColumns ratios{source.column({"resratio"}), source.column({"busratio"}),
                            source.column({"othratio"}), source.column({"totratio"})};
  while (source.next()) {
    const auto zip = rows.zip(source.cell(zip_column));
    const auto area = rows.area(source.cell(area_column), digits);
    if (zip && area) {
      add_zip_part(source, ratios, *zip, with_zeros(*area, digits), rows);
    } else {
      rows.leave_out({problem::reference_row,
                      zip ? "\"" + std::string(source.cell(area_column)) + "\" is no code of " +
                                std::to_string(digits) + " digits in a state"
                          : "\"" + std::string(source.cell(zip_column)) + "\" is no ZIP code",
                      source.place()});
    }
  }
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  return true;
}

// A code from 1 to 10 or 99; USDA's secondary codes have a decimal, their whole part is the primary code's.
std::optional<int> primary_code(std::string_view text) {
  const auto number = read_number(text);
  if (!number || *number != static_cast<int>(*number)) return std::nullopt;
  const int code = static_cast<int>(*number);
  if ((code < 1 || code > 10) && code != ruca_not_coded) return std::nullopt;
  return code;
}

base::Problem bad_code(const SourceRows& source, std::string_view code) {
  return {problem::reference_row, "\"" + std::string(code) + "\" is no primary RUCA code", source.place()};
}

}  // namespace

bool import_zip_counties(std::string_view text, const std::string& source, ImportedRows& rows) {
  return import_zip_parts(text, source, {"county", "countyfips", "geoid"}, 5, rows);
}

bool import_zip_tracts(std::string_view text, const std::string& source, ImportedRows& rows) {
  return import_zip_parts(text, source, {"tract", "tractfips", "geoid"}, 11, rows);
}

bool import_ruca_zips(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(text, name, {{"zipcode", "zip", "zipa"}, {"ruca1", "primaryruca*", "ruca"}});
  if (!source.has_header()) return false;
  const auto zip_column = source.column({"zipcode", "zip", "zipa"});
  const auto primary_column = source.column({"ruca1", "primaryruca*", "ruca"});
  const auto secondary = source.column({"ruca2", "secondaryruca*"});
  const auto state = source.column({"state"});
  const auto type = source.column({"ziptype"});
  while (source.next()) {
    const auto zip = rows.zip(source.cell(zip_column));
    const auto primary = primary_code(source.cell(primary_column));
    if (!zip) {
      rows.leave_out({problem::reference_row,
                      "\"" + std::string(source.cell(zip_column)) + "\" is no ZIP code", source.place()});
    } else if (!primary) {
      rows.leave_out(bad_code(source, source.cell(primary_column)));
    } else {
      if (*primary == ruca_not_coded) rows.count("not_coded");
      rows.add({to_text(*zip), std::to_string(*primary), source.cell(secondary), source.cell(state),
                rows.name(source.cell(type))},
               source.place());
    }
  }
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  return true;
}

bool import_ruca_tracts(std::string_view text, const std::string& name, ImportedRows& rows) {
  const auto tracts = {std::string_view("statecountytractfipscode*"), std::string_view("tractfips*"),
                       std::string_view("geoid*"), std::string_view("tract")};
  SourceRows source(text, name, {tracts, {"ruca1", "primaryruca*"}});
  if (!source.has_header()) return false;
  const auto tract_column = source.column(tracts);
  const auto primary_column = source.column({"ruca1", "primaryruca*"});
  const auto secondary = source.column({"ruca2", "secondaryruca*"});
  while (source.next()) {
    const auto tract = rows.area(source.cell(tract_column), 11);
    const auto primary = primary_code(source.cell(primary_column));
    if (!tract) {
      rows.leave_out({problem::reference_row,
                      "\"" + std::string(source.cell(tract_column)) + "\" is no census tract",
                      source.place()});
    } else if (!primary) {
      rows.leave_out(bad_code(source, source.cell(primary_column)));
    } else {
      if (*primary == ruca_not_coded) rows.count("not_coded");
      rows.add({with_zeros(*tract, 11), std::to_string(*primary), source.cell(secondary)}, source.place());
    }
  }
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  return true;
}

}  // namespace smm::outcomes::reference
