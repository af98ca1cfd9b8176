// SPDX-License-Identifier: Apache-2.0
#include "app/rosters/roster_upload.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/people/sealed_note.hpp"
#include "app/rosters/problems.hpp"
#include "app/rounds/problems.hpp"
#include "crypto/base64.hpp"
#include "crypto/framing.hpp"

namespace smm::app {
namespace {

namespace why = rosters_problem;

constexpr std::string_view upload_use = "roster_upload";

base::Result<Seals> seals_of_office(Installation& installation) {
  return change<Seals>(installation.database, installation.clock,
                       [&](Records& records, base::Instant) -> base::Result<Change<Seals>> {
                         auto seals =
                             installation.keys.seals_or_new(records.schools, std::string(office_owner));
                         if (!seals) return std::move(seals).problems();
                         return Change<Seals>::bookkeeping(*seals);
                       });
}

base::Problem lost() {
  return {why::roster_upload_lost, "The file is not at hand any more; please choose it again"};
}

// Spreadsheet programs write it as "Unicode text".
bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
}

std::optional<base::Problem> refusal_of(const base::Table& table, const ColumnMeanings& meanings) {
  if (meanings.size() != table.columns.size()) return lost();
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    const auto first = std::ranges::find(meanings, meanings[i]);
    if (meanings[i].empty() || first == meanings.begin() + static_cast<std::ptrdiff_t>(i)) continue;
    return base::Problem(rounds_problem::roster_column,
                         "Two columns are said to be " + meanings[i] + "; only one can be",
                         {table.source, 1, static_cast<int>(i) + 1});
  }
  return std::nullopt;
}

}  // namespace

base::Result<std::string> carried_upload(Installation& installation, const assessment::PersonId& person,
                                         const RosterUpload& upload) {
  const auto seals = seals_of_office(installation);
  if (!seals) return seals.problems();
  const std::string packed = crypto::base64url(crypto::framed({upload.file_name, upload.bytes}));
  return sealed_note(*seals, upload_use, {person.text(), packed}, installation.clock.now() + base::one_day);
}

base::Result<RosterUpload> brought_back(Installation& installation, const assessment::PersonId& person,
                                        const std::string& carried) {
  const auto seals = seals_of_office(installation);
  if (!seals) return seals.problems();
  const auto parts = opened_note(*seals, upload_use, carried, installation.clock.now());
  if (!parts || parts->size() != 2 || parts->front() != person.text()) return lost();
  const auto packed = crypto::from_base64url(parts->back());
  const auto fields = packed ? crypto::unframed(*packed) : std::nullopt;
  if (!fields || fields->size() != 2) return lost();
  return RosterUpload{fields->front(), fields->back()};
}

base::Result<base::Table> table_of(const RosterUpload& upload) {
  if (upload.bytes.size() > most_roster_bytes)
    return base::Problem(why::roster_too_large,
                         "The file is larger than " + std::to_string(most_roster_bytes >> 20) + " MB");
  if (is_utf16(upload.bytes))
    return base::Problem(why::roster_encoding,
                         "The file is written in UTF-16; save it as \"CSV UTF-8\", or as a workbook");
  auto table = read_roster_table(upload.bytes, upload.file_name);
  if (!table) return table;
  if (table->rows.size() > most_roster_rows)
    return base::Problem(why::roster_too_large,
                         "The file has more than " + std::to_string(most_roster_rows) + " rows");
  return table;
}

ColumnMeanings guessed_meanings(const base::Table& table) {
  const ColumnNames names = guessed_names(table.columns);
  ColumnMeanings meanings;
  for (const std::string& column : table.columns) meanings.push_back(names.at(column));
  return meanings;
}

base::Result<std::vector<RosterSchool>> roster_in(const base::Table& table, const ColumnMeanings& meanings,
                                                  const instrument::Edition& edition) {
  if (const auto refused = refusal_of(table, meanings)) return *refused;
  ColumnNames names;
  std::vector<int> cells;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    names[table.columns[i]] = meanings[i];
    if (!meanings[i].empty()) cells.push_back(static_cast<int>(i) + 1);
  }
  const base::Table read_as = renamed(table, names);
  return read_roster(read_as, edition, cells);
}

}  // namespace smm::app
