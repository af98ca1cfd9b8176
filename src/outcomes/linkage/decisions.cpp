// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/decisions.hpp"

#include <map>

#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {

base::Result<std::vector<Decision>> read_decisions(const base::Table& table) {
  const std::size_t id = *table.column("graduate_id"), npi_at = *table.column("npi"),
                    said = *table.column("decision");
  base::Problems problems;
  std::map<std::pair<std::string, std::uint32_t>, std::string> last;
  for (const base::TableRow& row : table.rows) {
    const std::string& decision = row.cells[said];
    if (decision.empty()) continue;
    const auto npi = registry::Npi::parse(row.cells[npi_at]);
    if (!npi || row.cells[id].empty())
      problems.emplace_back(problem::linkage_bad_decision, "a decision needs a graduate_id and a valid NPI",
                            table.place(row));
    else if (decision != "same" && decision != "different" && decision != "unsure")
      problems.emplace_back(problem::linkage_bad_decision,
                            "\"" + decision + "\" is no decision; write same, different or unsure",
                            table.place(row));
    else
      last[{row.cells[id], npi->number()}] = decision;
  }
  if (!problems.empty()) return problems;
  std::vector<Decision> decisions;
  for (const auto& [pair, decision] : last)
    if (decision != "unsure")
      decisions.push_back({pair.first, *registry::Npi::of_number(pair.second), decision == "same"});
  return decisions;
}

}  // namespace smm::outcomes::linkage
