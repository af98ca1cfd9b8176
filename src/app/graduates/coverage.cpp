// SPDX-License-Identifier: Apache-2.0
#include "app/graduates/coverage.hpp"

#include <map>

#include "app/graduates/graduate_files.hpp"
#include "app/graduates/problems.hpp"
#include "base/environment_error.hpp"
#include "exchange/csv.hpp"
#include "stats/wilson_interval.hpp"

namespace smm::app {
namespace {

struct GroupColumn {
  const char* group;
  const char* column;
};
constexpr GroupColumn group_columns[] = {
    {"programme", "programme"}, {"year", "graduation_year"}, {"sex", "sex"}};

void count(CoverageCounts& counts, const std::string& state) {
  ++counts.graduates;
  if (state == "linked") ++counts.linked;
  if (state == "ambiguous") ++counts.ambiguous;
  if (state == "not_in_registry") ++counts.not_in_registry;
  if (state == "no_npi_expected") ++counts.no_npi_expected;
  if (state == "contradicted") ++counts.contradicted;
}

CoverageRow row_of(std::string group, std::string value, const CoverageCounts& counts) {
  CoverageRow row{std::move(group), std::move(value), std::nullopt, std::nullopt};
  if (counts.graduates < least_learners) return row;
  row.counts = counts;
  const std::size_t expected = counts.graduates - counts.no_npi_expected;
  if (expected < least_learners) return row;
  row.share = CoverageShare{static_cast<double>(counts.linked) / static_cast<double>(expected),
                            stats::wilson_interval(counts.linked, expected, 0.95)};
  return row;
}

std::map<std::string, std::string> states_of(const base::Table& links) {
  std::map<std::string, std::string> states;
  const auto id = links.column("graduate_id"), state = links.column("state");
  if (!id || !state) return states;
  for (const base::TableRow& row : links.rows) states[row.cells[*id]] = row.cells[*state];
  return states;
}

base::Table opened_table(Records& records, const Seals& seals, const assessment::SchoolId& school,
                         std::string_view kind) {
  const auto file = open_file(records, seals, school, kind);
  if (!file) return {};
  auto table = exchange::read_table(file->text, std::string(kind));
  if (!table) throw base::EnvironmentError("What was kept about graduates cannot be read.");
  return *std::move(table);
}

}  // namespace

std::vector<CoverageRow> coverage(const base::Table& roster, const base::Table& links) {
  const auto states = states_of(links);
  const auto id = roster.column("graduate_id");
  std::vector<CoverageRow> rows;
  if (!id) return rows;
  const auto state_of = [&](const base::TableRow& row) {
    const auto found = states.find(row.cells[*id]);
    return found == states.end() ? std::string() : found->second;
  };
  CoverageCounts all;
  for (const base::TableRow& row : roster.rows) count(all, state_of(row));
  rows.push_back(row_of("all", "", all));
  for (const auto& [group, column] : group_columns) {
    const auto at = roster.column(column);
    if (!at) continue;
    std::map<std::string, CoverageCounts> by_value;
    for (const base::TableRow& row : roster.rows) count(by_value[row.cells[*at]], state_of(row));
    for (const auto& [value, counts] : by_value) rows.push_back(row_of(group, value, counts));
  }
  return rows;
}

base::Result<SchoolCoverage> school_coverage(Installation& installation, const Hand& hand) {
  return look<SchoolCoverage>(installation.database, [&](Records& records) -> base::Result<SchoolCoverage> {
    const auto seals = graduate_seals(installation, records, hand.sheet);
    if (!seals) return seals.problems();
    const auto& school = hand.sheet.school.id;
    const auto links = records.graduates.file(school, links_file);
    if (!links) return base::Problem(graduates_problem::linkage_missing, "The roster was not linked yet");
    return SchoolCoverage{coverage(opened_table(records, *seals, school, roster_file),
                                   opened_table(records, *seals, school, links_file)),
                          links->at, records.graduates.decisions(school).size()};
  });
}

}  // namespace smm::app
