// SPDX-License-Identifier: Apache-2.0
#include "table_reader.hpp"

namespace smm::attacks {

TableReader::TableReader(const Published& published, const Round& round)
    : published_(published), members_(block_members(published, round)) {
  for (std::size_t i = 0; i < round.units.size(); ++i)
    for (const int site : round.units[i].sites)
      unit_of_[round.frame[static_cast<std::size_t>(site)].school].insert(static_cast<int>(i));
}

Expected TableReader::expected(const std::string& profession, const std::string& area,
                               const std::set<int>& picks) const {
  Expected found;
  for (const PublishedBin& bin : published_.table) {
    if (bin.profession != profession || bin.area != area) continue;
    std::size_t inside = 0;
    for (const int unit : members_of(members_, bin))
      if (picks.contains(unit)) ++inside;
    found.mean += static_cast<double>(inside) * (bin.low + bin.high) / 2;
    found.picks += inside;
    found.blocks += inside > 0 ? 1 : 0;
  }
  found.mean /= static_cast<double>(found.picks);
  return found;
}

std::set<int> TableReader::units_of(const std::vector<std::string>& schools, const std::string& asker) const {
  std::set<int> units;
  for (const std::string& school : schools)
    if (const auto found = unit_of_.find(school); found != unit_of_.end())
      units.insert(found->second.begin(), found->second.end());
  if (const auto own = unit_of_.find(asker); own != unit_of_.end())
    for (const int unit : own->second) units.erase(unit);
  return units;
}

}  // namespace smm::attacks
