// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/shares.hpp"

#include "base/document_reader.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::outcomes::measure {

std::optional<double> PopulationShares::state(std::string_view letters) const {
  const auto found = states.find(letters);
  return found == states.end() ? std::nullopt : std::optional(found->second);
}

base::Result<PopulationShares> read_shares(const base::Table& table) {
  const auto state = table.column("state"), share = table.column("urm_percent");
  base::Problems problems;
  if (!state || !share) {
    problems.emplace_back(problem::shares_missing, "population shares need the columns state and urm_percent",
                          base::Place{table.source, 1, 0});
    return problems;
  }
  PopulationShares shares;
  for (const base::TableRow& row : table.rows) {
    const auto percent = base::parse_decimal(row.cells[*share]);
    if (!percent || *percent <= 0 || *percent > 100)
      problems.emplace_back(problem::shares_missing,
                            "urm_percent is above 0 and at most 100, not \"" + row.cells[*share] + "\"",
                            table.place(row));
    else if (!shares.states.emplace(row.cells[*state], *percent).second)
      problems.emplace_back(problem::shares_missing, "\"" + row.cells[*state] + "\" stands twice",
                            table.place(row));
  }
  const auto nation = shares.state("US");
  if (!nation && problems.empty())
    problems.emplace_back(problem::shares_missing, "there is no row US for the nation",
                          base::Place{table.source, 0, 0});
  if (!problems.empty()) return problems;
  shares.nation = *nation;
  shares.states.erase("US");
  return shares;
}

std::optional<double> share_by_control(const PopulationShares& shares, const School& school) {
  switch (school.control) {
    case School::Control::private_school:
      return shares.nation;
    case School::Control::public_school:
      return shares.state(school.state);
    case School::Control::unknown:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace smm::outcomes::measure
