// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_roster.hpp"

#include <map>

#include "exchange/csv.hpp"

namespace smm::app {
namespace {

constexpr const char* schools_file = "reference/demo-schools.csv";

RosterRemarks remarks_in(const base::Table& table) {
  RosterRemarks remarks;
  const auto school = table.column("school_id");
  const auto programme = table.column("programme");
  const auto basis = table.column("basis");
  const auto note = table.column("note");
  if (!school || !programme || !basis || !note) return remarks;
  for (const base::TableRow& row : table.rows)
    remarks[{row.cells[*school], row.cells[*programme]}] = {row.cells[*basis], row.cells[*note]};
  return remarks;
}

// Every n-th of each profession, so that a small demo is from all over the country, too.
std::vector<RosterSchool> spread_evenly(std::vector<RosterSchool> schools, std::size_t most) {
  std::map<std::string, std::size_t> counts;
  for (const RosterSchool& school : schools) ++counts[school.profession];
  std::map<std::string, std::size_t> seen;
  std::erase_if(schools, [&](const RosterSchool& school) {
    const std::size_t all = counts[school.profession];
    const std::size_t wanted = std::min(most, all);
    const std::size_t at = seen[school.profession]++;
    return (at + 1) * wanted / all == at * wanted / all;
  });
  return schools;
}

}  // namespace

assessment::Contact demo_person(std::string_view part, std::string_view school) {
  static const std::map<std::string_view, const char*> names = {
      {"dean", "Dana Dean (invented)"},
      {"director", "Drew Director (invented)"},
      {"coordinator", "Corey Coordinator (invented)"},
      {"author", "Ari Author (invented)"},
      {"affirmer", "Alex Affirmer (invented)"},
      {"office", "Olive Office (invented)"}};
  return {names.at(part), std::string(part) + "@" + std::string(school) + ".example"};
}

base::Result<DemoRoster> demo_roster(const Content& content, const instrument::Edition& edition,
                                     std::size_t most) {
  const auto table = exchange::read_table(content.read(schools_file).value_or(""), schools_file);
  if (!table) return table.problems();
  auto schools = read_roster(*table, edition);
  if (!schools) return std::move(schools).problems();
  DemoRoster roster{most == 0 ? std::move(*schools) : spread_evenly(std::move(*schools), most),
                    remarks_in(*table)};
  for (RosterSchool& school : roster.schools) {
    school.name += " (synthetic)";
    school.contacts.dean = demo_person("dean", school.code);
    if (school.profession == "nursing_adn") school.contacts.director = demo_person("director", school.code);
  }
  return roster;
}

}  // namespace smm::app
