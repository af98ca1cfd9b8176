// SPDX-License-Identifier: Apache-2.0
#include "printed_rows.hpp"

#include <map>

namespace smm::attacks {

std::vector<PrintedRow> printed_rows(const Published& published, const Round& round) {
  const BlockMembers members = block_members(published, round);
  std::map<std::string, std::size_t> answering;
  for (const Unit& unit : round.units) ++answering[unit.profession];
  std::vector<PrintedRow> rows;
  for (const PublishedBin& bin : published.table) {
    const auto area = area_of(bin.area);
    if (!area) continue;
    PrintedRow row{*area, {}, members_of(members, bin), bin.low, bin.high, false};
    const std::vector<int>& units = row.answered;
    row.whole_profession = units.size() == answering[bin.profession];
    for (const int unit : units)
      if (round.units[static_cast<std::size_t>(unit)].values[*area]) row.units.push_back(unit);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace smm::attacks
