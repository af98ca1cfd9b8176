// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/roster_file.hpp"

#include <algorithm>
#include <utility>

#include "app/rounds/roster_plan.hpp"
#include "exchange/csv.hpp"
#include "exchange/source_text.hpp"
#include "exchange/xlsx_reader.hpp"

namespace smm::app {
namespace {

// Lower case, letters and digits only: "Dean's E-mail" and "deans_email" are alike.
std::string squeezed_name(std::string_view name) {
  std::string text;
  for (const char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) text += lower;
  }
  return text;
}

// What offices call these columns besides the roster's own names.
constexpr std::pair<std::string_view, std::string_view> other_names[] = {
    {"code", "school_id"},
    {"schoolcode", "school_id"},
    {"program", "programme"},
    {"school", "name"},
    {"schoolname", "name"},
    {"unitid", "institution_id"},
    {"ipeds", "institution_id"},
    {"institution", "institution_id"},
    {"system", "system_id"},
    {"ownership", "control"},
    {"stabbr", "state"},
    {"region", "division"},
    {"dean", "dean_name"},
    {"deansname", "dean_name"},
    {"deansemail", "dean_email"},
    {"email", "dean_email"},
    {"deansemailaddress", "dean_email"},
    {"interimdean", "interim_name"},
    {"interimdeanname", "interim_name"},
    {"interimdeansname", "interim_name"},
    {"interimdeanemail", "interim_email"},
    {"interimdeansemail", "interim_email"},
    {"assistant", "assistant_email"},
    {"assistantsemail", "assistant_email"},
    {"director", "director_name"},
    {"directorsname", "director_name"},
    {"directorsemail", "director_email"},
    {"directorsemailaddress", "director_email"},
    {"mailingaddress", "address"},
    {"postaladdress", "address"}};

std::string roster_name_of(const std::string& column) {
  const std::string squeezed = squeezed_name(column);
  for (const std::string_view name : roster_columns())
    if (squeezed_name(name) == squeezed) return std::string(name);
  for (const auto& [other, name] : other_names)
    if (other == squeezed) return std::string(name);
  return "";
}

}  // namespace

base::Result<base::Table> read_roster_table(std::string_view bytes, const std::string& source) {
  if (exchange::looks_like_workbook(bytes)) return exchange::read_workbook_table(bytes, source);
  return exchange::read_table(exchange::read_source_text(bytes).utf8, source);
}

base::Table renamed(base::Table table, const ColumnNames& names) {
  std::vector<std::size_t> left_out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto found = names.find(table.columns[i]);
    if (found == names.end()) continue;
    table.columns[i] = found->second;
    if (found->second.empty()) left_out.push_back(i);
  }
  for (auto at = left_out.rbegin(); at != left_out.rend(); ++at) {
    const auto position = static_cast<std::ptrdiff_t>(*at);
    table.columns.erase(table.columns.begin() + position);
    for (base::TableRow& row : table.rows) row.cells.erase(row.cells.begin() + position);
  }
  return table;
}

ColumnNames guessed_names(const std::vector<std::string>& columns) {
  ColumnNames names;
  std::vector<std::string> taken;
  for (const std::string& column : columns) {
    std::string name = roster_name_of(column);
    if (std::ranges::find(taken, name) != taken.end()) name.clear();
    if (!name.empty()) taken.push_back(name);
    names[column] = std::move(name);
  }
  return names;
}

std::vector<RosterSchool> roster_of(Installation& installation) {
  std::vector<RosterSchool> roster;
  installation.database.read([&](Records& records) {
    roster.clear();
    for (const assessment::School& school : records.schools.all()) roster.push_back(roster_school(school));
  });
  return roster;
}

}  // namespace smm::app
