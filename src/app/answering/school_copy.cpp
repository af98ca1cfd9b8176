// SPDX-License-Identifier: Apache-2.0
#include "app/answering/school_copy.hpp"

#include <algorithm>

#include "app/answering/copy_formats.hpp"
#include "app/answering/copy_tables.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"

namespace smm::app {
namespace {

using assessment::Right;

constexpr CopyFile all_files[] = {
    {"school.xlsx", "", CopyFormat::xlsx},         {"school.json", "", CopyFormat::json},
    {"answers.csv", "answers", CopyFormat::csv},   {"history.csv", "history", CopyFormat::csv},
    {"evidence.csv", "evidence", CopyFormat::csv}, {"scores.csv", "scores", CopyFormat::csv},
};

std::string media_type_of(CopyFormat format) {
  switch (format) {
    case CopyFormat::csv:
      return "text/csv; charset=utf-8";
    case CopyFormat::json:
      return "application/json; charset=utf-8";
    case CopyFormat::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }
  return "";
}

std::string bytes_of(const SchoolCopy& copy, const CopyFile& file) {
  if (file.format == CopyFormat::xlsx) return copy_as_workbook(copy);
  if (file.format == CopyFormat::json) return copy_as_json(copy);
  return table_as_csv(*std::ranges::find(copy.tables, file.table, &CopyTable::name));
}

}  // namespace

std::vector<CopyFile> copy_files(const assessment::Standing& standing) {
  std::vector<CopyFile> files;
  for (const CopyFile& file : all_files)
    if (file.table != "scores" || assessment::allows(standing, Right::read_scores)) files.push_back(file);
  return files;
}

base::Result<TakenCopy> take_copy(Installation& installation, const Hand& hand, const std::string& name) {
  const auto files = copy_files(hand.standing);
  const auto file = std::ranges::find(files, name, &CopyFile::name);
  if (file == files.end())
    return base::Problem(installation_problem::not_there, "There is no such file, or it is not for you");
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  // Told first: what cannot be told is not handed out.
  const auto told =
      change<base::Instant>(installation.database, installation.clock,
                            [&](Records&, base::Instant now) -> base::Result<Change<base::Instant>> {
                              return Change<base::Instant>(now, told_by(hand, "sheet.download", name));
                            });
  if (!told) return told.problems();
  const auto copy = school_copy(installation, hand, *seals, *told);
  if (!copy) return copy.problems();
  return TakenCopy{hand.sheet.school.code + "-" + hand.sheet.round.code + "-" + name,
                   media_type_of(file->format), bytes_of(*copy, *file)};
}

}  // namespace smm::app
