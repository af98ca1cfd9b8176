// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/cohort_of_school.hpp"

#include <algorithm>
#include <set>

#include "app/graduates/problems.hpp"
#include "app/problems.hpp"
#include "base/document_reader.hpp"
#include "exchange/csv.hpp"

namespace smm::app {
namespace {

// Holds nothing.
class NoFiles final : public Files {
 public:
  base::Result<std::string> read(const std::string& path) const override { return none(path); }
  base::Result<std::unique_ptr<base::ByteSource>> open(const std::string& path) const override {
    return none(path);
  }
  base::Result<std::vector<std::string>> list(const std::string& folder) const override {
    return none(folder);
  }
  bool same(const std::string&, const std::string&) const override { return false; }
  void write(const std::string&, std::string_view) const override {}
  void write_folder(const std::string&, const std::vector<NamedFile>&) const override {}

 private:
  static base::Problem none(const std::string& path) {
    return {problem::file_not_found, "there is none", {path, 0, 0}};
  }
};

std::string cell_of(const base::Table& table, const base::TableRow& row, std::string_view column) {
  const auto at = table.column(column);
  return at ? row.cells[*at] : "";
}

std::string graduated(const std::string& year, int as_of_year) {
  const auto number = base::parse_integer(year);
  if (!number || *number > as_of_year) return "";
  return "yes";
}

// What a roster tells of somebody under a column of cohorts.
std::string told_by_roster(const base::Table& roster, const base::TableRow& row, const std::string& column,
                           int as_of_year) {
  if (column == "graduated") return graduated(cell_of(roster, row, "graduation_year"), as_of_year);
  for (const char* alike : {"graduate_id", "programme", "graduation_year", "sex"})
    if (column == alike) return cell_of(roster, row, column);
  return "";
}

}  // namespace

base::Problems rows_of_other_schools(const base::Table& cohort, const std::string& school) {
  base::Problems problems;
  for (const base::TableRow& row : cohort.rows) {
    const std::string named = cell_of(cohort, row, "school_id");
    if (!named.empty() && named != school)
      problems.emplace_back(graduates_problem::upload_school,
                            "the row is of school \"" + named + "\", and this is " + school,
                            cohort.place(row));
  }
  return problems;
}

std::string with_school(const base::Table& table, const std::string& school) {
  base::Table whole = table;
  const auto at = whole.column("school_id");
  if (!at) whole.columns.push_back("school_id");
  std::string text;
  exchange::CsvWriter csv(text);
  for (const std::string& column : whole.columns) csv.cell(column);
  csv.end_row();
  for (base::TableRow& row : whole.rows) {
    if (at)
      row.cells[*at] = school;
    else
      row.cells.push_back(school);
    for (const std::string& cell : row.cells) csv.cell(cell);
    csv.end_row();
  }
  return text;
}

std::string cohort_of_school(const base::Table& roster, const base::Table& cohort, const std::string& school,
                             int as_of_year) {
  base::Table all = cohort;
  for (const char* column : {"graduate_id", "programme", "graduated", "graduation_year", "sex"})
    if (!all.column(column)) {
      all.columns.push_back(column);
      for (base::TableRow& row : all.rows) row.cells.emplace_back();
    }
  std::set<std::string> told;
  for (const base::TableRow& row : all.rows) told.insert(cell_of(all, row, "graduate_id"));
  for (const base::TableRow& row : roster.rows) {
    if (told.contains(cell_of(roster, row, "graduate_id"))) continue;
    base::TableRow added{row.line, {}};
    for (const std::string& column : all.columns)
      added.cells.push_back(told_by_roster(roster, row, column, as_of_year));
    all.rows.push_back(std::move(added));
  }
  return with_school(all, school);
}

OverlaidFiles uploaded_alone(const std::string& name, const std::string& bytes) {
  static const NoFiles nothing;
  return OverlaidFiles(nothing, {{name, bytes}});
}

}  // namespace smm::app
